import type { ClubMember, ClubRemoval } from '../../../../../shared/community/club-calls';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { momentInWords } from '../../../../wording/day';

interface MembersScreen extends Screen {
  data: { clubId: string; search: string };
}
const removedRow = ({ personId, name, reason, at }: ClubRemoval) => ({
  ...{ personId, name, reason: `${momentInWords(at, new Date())} · ${reason}` },
});
type Person = { personId: string; name: string };

const members = perPage(
  (screen: MembersScreen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: async (cursor) => {
        const { clubId } = screen.data;
        const search = screen.data.search.trim();
        const answer = await cloud.community.listClubMembers({ clubId, ...(search ? { search } : {}), ...cursor });
        if (!answer.ok || cursor.cursor) return answer;
        const { mayOrganise, removed } = answer.data;
        screen.setData({ mayOrganise, removed: removed.map(removedRow) });
        return answer;
      },
      rowOf: (member: ClubMember) => member,
    }),
);
/** Typing asks the cloud only when the fingers rest. */
const restMs = 300;
const typing = perPage(() => ({ timer: 0 }));
const intents = perPage(() => ({ remove: new Intent(), readmit: new Intent() }));

Page({
  data: {
    clubId: '',
    search: '',
    mayOrganise: false,
    frame: loading,
    rows: [] as ClubMember[],
    removed: [] as ReturnType<typeof removedRow>[],
    tail: 'end' as Tail,
    tailProblem: '',
    sheet: '' as '' | 'remove' | 'readmit',
    person: { personId: '', name: '' } as Person,
    reason: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ clubId: id });
    members(this).refresh();
  },
  async onPullDownRefresh() {
    await members(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    members(this).more();
  },
  onRetryTap() {
    members(this).refresh();
  },
  onMoreTap() {
    members(this).more();
  },
  onSearchChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ search: detail.value });
    clearTimeout(typing(this).timer);
    typing(this).timer = setTimeout(() => this.onSearch(), restMs);
  },
  onUnload() {
    clearTimeout(typing(this).timer);
  },
  onSearch() {
    clearTimeout(typing(this).timer);
    members(this).refresh();
  },
  onSearchEnd() {
    this.setData({ search: '' });
    this.onSearch();
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },

  ask(sheet: 'remove' | 'readmit', person: Person | undefined) {
    if (person) this.setData({ sheet, person, reason: '', problem: '', pageProblem: '' });
  },
  onRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    this.ask('remove', this.data.rows[currentTarget.dataset.index]);
  },
  onReadmitTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
    this.ask('readmit', this.data.removed[currentTarget.dataset.index]);
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  async onRemoveConfirm() {
    const { clubId, person, reason } = this.data;
    if (!reason.trim()) {
      this.setData({ problem: '写一句为什么，对方会看到。' });
      return;
    }
    const removal = { clubId, personId: person.personId, reason };
    const asked = intents(this).remove.send((requestId) => cloud.community.removeClubMember({ ...removal, requestId }));
    if (await carryOut(this, asked)) await members(this).refresh();
  },
  async onReadmitConfirm() {
    const { clubId, person } = this.data;
    const back = { clubId, personId: person.personId };
    const asked = intents(this).readmit.send((requestId) => cloud.community.readmitClubMember({ ...back, requestId }));
    if (await carryOut(this, asked)) await members(this).refresh();
  },
});
