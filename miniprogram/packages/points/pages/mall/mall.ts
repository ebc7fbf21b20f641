import type { Answer } from '../../../../../shared/kernel/contract';
import type { Page as PageOf } from '../../../../../shared/kernel/page';
import type { GiftCategory, MallGift } from '../../../../../shared/points/model';
import { keepAnswer, keptAnswer } from '../../../../cloud/cache';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe } from '../../../../cloud/session';
import { figure } from '../../../../wording/figure';
import { endingInWords } from '../../wording/account';
import { categoryInWords, type GiftCard, giftCard } from '../../wording/gift';

const pages = '/packages/points/pages';

interface Mall extends Screen {
  chosenCategory(): GiftCategory | '';
}

/** The balance comes with every page of the mall, so that 还差 N 积分 never speaks of an old one. */
async function readPage(screen: Mall, cursor: { cursor?: string }): Promise<Answer<PageOf<MallGift>>> {
  const category = screen.chosenCategory();
  const answer = await cloud.points.listGifts({ ...cursor, ...(category === '' ? {} : { category }) });
  if (!answer.ok) return answer;
  const { balance } = answer.data;
  keepAnswer('balance', balance);
  screen.setData({ balance: figure(balance), ending: endingInWords(answer.data, new Date()) });
  return answer;
}

const listOf = (screen: Mall, keepAs: string | null) =>
  new PagedList({
    screen,
    keepAs,
    read: (cursor) => readPage(screen, cursor),
    rowOf: (gift: MallGift) => giftCard(gift, new Date()),
  });

/** Only the whole mall is kept on the phone; a shelf of it is asked for anew. */
const lists = perPage((screen: Mall) => ({ whole: listOf(screen, 'mallGifts'), shelf: listOf(screen, null) }));
const shown = (screen: Mall) => (screen.chosenCategory() === '' ? lists(screen).whole : lists(screen).shelf);

const categories: { key: GiftCategory | ''; text: string }[] = [
  { key: '', text: '全部' },
  ...(Object.keys(categoryInWords) as GiftCategory[]).map((key) => ({ key, text: categoryInWords[key] })),
];

Page({
  data: {
    frame: loading,
    rows: [] as GiftCard[],
    tail: 'end' as Tail,
    tailProblem: '',
    balance: '',
    ending: '',
    /** Who has left spends what they have, and saves for nothing. */
    saves: true,
    categories,
    category: '' as GiftCategory | '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.setData({ saves: !currentMe().roles.includes('alumnus') });
    const kept = keptAnswer<number>('balance');
    if (kept) this.setData({ balance: figure(kept.data) });
  },
  onShow() {
    shown(this).revisit();
  },
  async onPullDownRefresh() {
    await shown(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    shown(this).more();
  },

  chosenCategory() {
    return this.data.category;
  },
  onCategoryTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { key: GiftCategory | '' }>) {
    this.setData({ category: currentTarget.dataset.key, frame: loading, rows: [] });
    shown(this).refresh();
  },
  onRetryTap() {
    shown(this).refresh();
  },
  onMoreTap() {
    shown(this).more();
  },
  onLedgerTap() {
    wx.navigateTo({ url: `${pages}/ledger/ledger` });
  },
  onPoolsTap() {
    wx.navigateTo({ url: `${pages}/pools/pools` });
  },
  onWishesTap() {
    wx.navigateTo({ url: `${pages}/wishes/wishes` });
  },
  onGiftTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `${pages}/gift/gift?id=${currentTarget.dataset.id}` });
  },
});
