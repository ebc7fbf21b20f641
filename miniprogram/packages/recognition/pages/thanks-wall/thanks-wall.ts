import type { Me } from '../../../../../shared/people/model';
import type { ThankYouCard } from '../../../../../shared/recognition/thanks';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type CardFace, cardFace } from '../../wording/thanks';

type Wall = 'all' | 'received' | 'sent' | 'team';

const walls: { wall: Wall; text: string; sentence: string }[] = [
  { wall: 'all', text: '大家', sentence: '墙上还没有感恩卡，送出第一张吧。' },
  { wall: 'received', text: '我收到的', sentence: '还没有收到感恩卡。先谢谢一位同事？' },
  { wall: 'sent', text: '我送出的', sentence: '你还没有送过感恩卡，想谢谢谁？' },
];
const team = { wall: 'team' as const, text: '我的团队', sentence: '团队里还没有人收到感恩卡。' };

interface WallScreen extends Screen {
  data: { wall: Wall };
}

function readWall(wall: Wall, cursor: { cursor?: string }) {
  if (wall === 'all') return cloud.recognition.listThanks(cursor);
  if (wall === 'team') return cloud.recognition.listTeamThanks(cursor);
  return cloud.recognition.listMyThanks({ box: wall, ...cursor });
}

const cards = perPage(
  (screen: WallScreen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => readWall(screen.data.wall, cursor),
      rowOf: (card: ThankYouCard) => cardFace(card, new Date()),
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as CardFace[],
    tail: 'end' as Tail,
    tailProblem: '',
    wall: 'all' as Wall,
    /** What was asked for: a phone that does not know yet who is there may not offer it. */
    wanted: 'all' as Wall,
    walls,
    sentence: '',
    maySend: false,
  },

  onLoad({ wall = 'all' }: { wall?: Wall }) {
    wx.hideShareMenu({});
    this.setData({ wall, wanted: wall });
    onMeChange(this, (me) => {
      this.showMe(me);
      cards(this).refresh();
    });
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    cards(this).revisit();
  },
  async onPullDownRefresh() {
    await cards(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    cards(this).more();
  },

  /** Who has left keeps their own cards; who leads people sees theirs too. */
  showMe({ roles }: Me) {
    const maySend = roles.includes('employee');
    const shown = [...(maySend ? walls : walls.slice(1)), ...(roles.includes('manager') ? [team] : [])];
    const chosen = shown.find(({ wall }) => wall === this.data.wanted) ?? shown[0] ?? team;
    this.setData({ walls: shown, wall: chosen.wall, sentence: chosen.sentence, maySend });
  },

  onWallTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { wall: Wall }>) {
    const { wall } = currentTarget.dataset;
    const sentence = this.data.walls.find((one) => one.wall === wall)?.sentence ?? '';
    this.setData({ wall, wanted: wall, sentence, rows: [], frame: loading });
    cards(this).refresh();
  },
  onRetryTap() {
    cards(this).refresh();
  },
  onMoreTap() {
    cards(this).more();
  },
  onCardTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    wx.navigateTo({ url: `/packages/recognition/pages/thanks/thanks?id=${currentTarget.dataset.id}` });
  },
  onYearTap() {
    wx.navigateTo({ url: '/packages/recognition/pages/thanks-year/thanks-year' });
  },
  onSendTap() {
    wx.navigateTo({ url: '/packages/recognition/pages/send-thanks/send-thanks' });
  },
});
