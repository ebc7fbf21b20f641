import type { CompanySeal } from '../../../../../shared/exit/papers';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { uploadFile } from '../../../../cloud/upload';
import { momentInWords } from '../../../../wording/day';

const change = perPage(() => new Intent());

Page({
  data: { frame: loading, pictureUrl: '', changed: '', removing: false, busy: false, problem: '' },

  onLoad() {
    wx.hideShareMenu({});
    this.readSeal();
  },
  async readSeal() {
    await fillFrame(this, {
      // A seal does not stay on anybody's phone.
      keepAs: null,
      ask: () => cloud.exit.readSeal({}),
      show: (seal) => this.showSeal(seal),
    });
  },
  showSeal({ pictureUrl, changedBy, changedAt }: CompanySeal) {
    const changed = changedAt === null ? '' : `${changedBy ?? ''} ${momentInWords(changedAt, new Date())} 上传`;
    this.setData({ pictureUrl: pictureUrl ?? '', changed });
  },
  onRetryTap() {
    this.readSeal();
  },

  async onChooseTap() {
    const chosen = await wx
      .chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['album'], sizeType: ['original'] })
      .catch(() => null);
    const [file] = chosen?.tempFiles ?? [];
    if (!file) return;
    this.setData({ busy: true, problem: '' });
    const uploaded = await uploadFile(`company-seal/${change(this).requestId}.png`, file.tempFilePath);
    if (!uploaded.ok) {
      this.setData({ busy: false, problem: '图片没有传上去，请再试一次。' });
      return;
    }
    await this.change(uploaded.fileId);
  },
  onRemoveTap() {
    this.setData({ removing: true, problem: '' });
  },
  onDismiss() {
    this.setData({ removing: false });
  },
  onRemoveConfirm() {
    this.setData({ busy: true, problem: '' });
    this.change(null);
  },
  async change(fileId: string | null) {
    const answer = await change(this).send((requestId) => cloud.exit.changeSeal({ fileId, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ removing: false });
    this.showSeal(answer.data);
  },
});
