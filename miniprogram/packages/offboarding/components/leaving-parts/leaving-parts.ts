import type { LeavingFace } from '../../wording/leaving';

type IdTap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

/** What a leaving consists of, for everybody who may see some of it: how far it is, rows, handover, money. */
Component({
  properties: {
    face: { type: Object, value: {} as LeavingFace },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onRowTap({ currentTarget }: IdTap) {
      const row = (this.data.face as LeavingFace).rows.find(({ rowId }) => rowId === currentTarget.dataset.id);
      if (row?.isMine) this.triggerEvent('row', { rowId: row.rowId });
    },
    onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
      wx.previewImage({ urls: [currentTarget.dataset.url] });
    },
    onSignTap({ currentTarget }: IdTap) {
      this.triggerEvent('sign', { itemId: currentTarget.dataset.id });
    },
    onRemoveTap({ currentTarget }: IdTap) {
      this.triggerEvent('remove', { itemId: currentTarget.dataset.id });
    },
    onReassignTap({ currentTarget }: IdTap) {
      this.triggerEvent('reassign', { itemId: currentTarget.dataset.id });
    },
    onLineTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { at: number }>) {
      if ((this.data.face as LeavingFace).may.questionSettlement) {
        this.triggerEvent('question', { lineAt: currentTarget.dataset.at });
      }
    },
    onWholeTap() {
      this.triggerEvent('question', { lineAt: null });
    },
    onAnswerTap({ currentTarget }: IdTap) {
      this.triggerEvent('answer', { questionId: currentTarget.dataset.id });
    },
    onAddTap() {
      this.triggerEvent('add');
    },
  },
});
