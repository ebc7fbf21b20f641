import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { CareWishes } from '../../../../../shared/recognition/care';
import type { RecognitionContract } from '../../../../../shared/recognition/contract';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, todayOf } from '../../../../wording/day';
import { occasionInWords } from '../../wording/care';

type Line = OutputOf<RecognitionContract['listMyCare']>['items'][number];

const giftInWords = { owed: '礼品卡正在补', waiting: '礼品卡还没看', seen: '' } as const;

const rowOf = ({ _id, occasion, years, words, on, giftCard }: Line) => ({
  gift: giftCard ? giftInWords[giftCard.state] : '',
  ...{ _id, words },
  what: occasion === 'anniversary' ? `入职 ${years ?? 0} 周年` : occasionInWords[occasion],
  day: dayInWords(on, todayOf(new Date())),
});

const cards = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: null, read: (cursor) => cloud.recognition.listMyCare(cursor), rowOf }),
);
const change = perPage(() => new Intent());

const switches: { name: keyof CareWishes; title: string; meta: string }[] = [
  { name: 'birthday', title: '生日祝福', meta: '同事提前签名，当天送到；不会显示年龄' },
  { name: 'anniversary', title: '入职周年', meta: '每一年的这一天' },
  { name: 'others', title: '晋升、培训和荣誉', meta: '好消息发生时' },
];

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    tail: 'end' as Tail,
    tailProblem: '',
    switches,
    wishes: null as CareWishes | null,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.readWishes();
    cards(this).refresh();
  },
  async onPullDownRefresh() {
    await Promise.all([this.readWishes(), cards(this).refresh()]);
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    cards(this).more();
  },

  async readWishes() {
    const answer = await cloud.recognition.readCareWishes({});
    if (answer.ok) this.setData({ wishes: answer.data });
    else this.setData({ problem: refusalText(answer) });
  },
  /** The switch moves at once and moves back when the cloud says no. */
  async onSwitchChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { name: keyof CareWishes }>) {
    const before = this.data.wishes;
    if (!before) return;
    const wishes = { ...before, [currentTarget.dataset.name]: detail.value };
    this.setData({ wishes, problem: '' });
    const answer = await change(this).send((requestId) => cloud.recognition.changeCareWishes({ ...wishes, requestId }));
    if (!answer.ok) this.setData({ wishes: before, problem: refusalText(answer) });
  },

  onRetryTap() {
    cards(this).refresh();
  },
  onMoreTap() {
    cards(this).more();
  },
  onCardTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/recognition/pages/care-card/care-card?id=${currentTarget.dataset.id}` });
  },
});
