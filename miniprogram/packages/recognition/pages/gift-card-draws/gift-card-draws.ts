import type { GiftCardBatch, GiftCardDraw } from '../../../../../shared/recognition/gift-card-calls';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { momentInWords } from '../../../../wording/day';
import { occasionInWords } from '../../wording/care';

type Shown = 'draws' | 'batches';
const sides: readonly { shown: Shown; text: string }[] = [
  { shown: 'draws', text: '发卡记录' },
  { shown: 'batches', text: '补卡批次' },
];

const drawRow = ({ _id, name, occasion, drawnAt, seenAt }: GiftCardDraw) => {
  const now = new Date();
  return {
    ...{ _id, title: name, meta: `${occasionInWords[occasion]} · ${momentInWords(drawnAt, now)} 发出` },
    ...{ end: seenAt ? `${momentInWords(seenAt, now)} 看过` : '还没看', mayTakeBack: false },
  };
};
const batchRow = ({ _id, at, byName, typed, takenBackAt }: GiftCardBatch) => {
  const now = new Date();
  return {
    ...{ _id, title: `${typed} 张`, meta: `${byName} · ${momentInWords(at, now)} 补上` },
    ...{ end: takenBackAt ? `${momentInWords(takenBackAt, now)} 撤回` : '', mayTakeBack: takenBackAt === null },
  };
};
type Row = ReturnType<typeof drawRow>;

interface Side extends Screen {
  side(): { giftCardId: string; shown: Shown };
}
const list = perPage(
  (screen: Side) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => {
        const { giftCardId, shown } = screen.side();
        const asked = { giftCardId, ...cursor };
        return shown === 'draws' ? readDraws(asked) : readBatches(asked);
      },
      rowOf: (row: Row) => row,
    }),
);
const takeBack = perPage(() => new Intent());

type Asked = Parameters<typeof cloud.recognition.listGiftCardDraws>[0];
async function readDraws(asked: Asked) {
  const answer = await cloud.recognition.listGiftCardDraws(asked);
  return answer.ok ? { ...answer, data: { ...answer.data, items: answer.data.items.map(drawRow) } } : answer;
}
async function readBatches(asked: Asked) {
  const answer = await cloud.recognition.listGiftCardBatches(asked);
  return answer.ok ? { ...answer, data: { ...answer.data, items: answer.data.items.map(batchRow) } } : answer;
}

Page({
  data: {
    id: '',
    name: '',
    sides,
    shown: 'draws' as Shown,
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    chosen: null as Row | null,
    sheet: '' as '' | 'takeBack',
    /** What was taken back, in numbers. */
    outcome: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '', name = '' }: { id?: string; name?: string }) {
    wx.hideShareMenu({});
    this.setData({ id, name: decodeURIComponent(name) });
    list(this).refresh();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },
  side() {
    return { giftCardId: this.data.id, shown: this.data.shown };
  },
  onSideTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { shown: Shown }>) {
    this.setData({ shown: currentTarget.dataset.shown, frame: loading, rows: [], outcome: '' });
    list(this).refresh();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onMoreTap() {
    list(this).more();
  },
  onTakeBackTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    const chosen = this.data.rows[currentTarget.dataset.index];
    if (chosen) this.setData({ sheet: 'takeBack', chosen, problem: '', outcome: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  async onTakeBackConfirm() {
    const batchId = this.data.chosen?._id ?? '';
    const taken = await carryOut(
      this,
      takeBack(this).send((requestId) => cloud.recognition.takeBackGiftCardNumbers({ batchId, requestId })),
    );
    if (!taken) return;
    const kept = taken.kept > 0 ? `，${taken.kept} 张已经发出，留给本人` : '';
    this.setData({ outcome: `撤回了 ${taken.takenBack} 张${kept}。现在还有 ${taken.giftCard.free} 张可以发。` });
    await list(this).refresh();
  },
});
