import type { Day } from '../../../../../shared/kernel/scalar';
import type { BookedLine, IssueSource } from '../../../../../shared/points/board';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { dayInWords, todayOf } from '../../../../wording/day';
import { ledgerLine } from '../../../../wording/ledger';
import { sourceInWords } from '../../wording/source';

const rowOf = ({ entry, personName }: BookedLine) => ({ ...ledgerLine(entry, new Date()), personName });
type Row = ReturnType<typeof rowOf>;

interface Span extends Screen {
  span(): { from: Day; until: Day; source: IssueSource | null };
}
const lines = perPage(
  (screen: Span) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.points.listBookedLines({ ...screen.span(), ...cursor }),
      rowOf,
    }),
);

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    from: '',
    until: '',
    source: '' as IssueSource | '',
    heading: '',
  },

  onLoad({ from = '', until = '', source = '' }: { from?: string; until?: string; source?: IssueSource | '' }) {
    wx.hideShareMenu({});
    const today = todayOf(new Date());
    const days = `${dayInWords(from, today)}至${dayInWords(until, today)}`;
    this.setData({ from, until, source, heading: source ? `${sourceInWords(source)} · ${days}` : days });
    lines(this).refresh();
  },
  async onPullDownRefresh() {
    await lines(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    lines(this).more();
  },

  span() {
    const { from, until, source } = this.data;
    return { from, until, source: source || null };
  },
  onRetryTap() {
    lines(this).refresh();
  },
  onMoreTap() {
    lines(this).more();
  },
});
