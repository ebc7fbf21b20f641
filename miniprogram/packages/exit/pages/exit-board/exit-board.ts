import type { Branch } from '../../../../../shared/people/branch-calls';
import type { Colleague } from '../../../../../shared/people/colleagues';
import { knownBranches, readBranches } from '../../../../cloud/branches';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { type BoardShown, boardShown, cutTabs } from './board-shown';

const root = '/packages/exit/pages';
const intents = perPage(() => ({ bring: new Intent(), finish: new Intent(), passOn: new Intent() }));
type Sheet = '' | 'finish' | 'passOn';
const doors = [
  { icon: 'talk', title: '离职面谈', meta: '邀请、约时间、写记录', url: `${root}/interviews/interviews` },
  { icon: 'lines', title: '离职原因列表', meta: '两级，改了也不影响过去的记录', url: `${root}/reasons/reasons` },
  { icon: 'file', title: '原因对应', meta: '花名册里的说法对应到列表', url: `${root}/reason-words/reason-words` },
];

Page({
  data: {
    frame: loading,
    view: null as BoardShown | null,
    cutTabs,
    cut: 'department',
    branch: '',
    isWhole: false,
    doors,
    bringing: false,
    brought: '',
    sheet: '' as Sheet,
    improvementId: '',
    result: '',
    owners: [] as Colleague[],
    busy: false,
    problem: '',
    pageProblem: '',
  },

  /** Once a visit: names hardly ever change. */
  branchesRead: null as Promise<Branch[]> | null,

  onLoad() {
    this.branchesRead = readBranches();
    wx.hideShareMenu({});
    onMeChange(this, ({ roles }) => this.setData({ isWhole: roles.includes('hr') }));
    this.setData({ isWhole: currentMe().roles.includes('hr') });
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    this.readBoard();
  },
  async onPullDownRefresh() {
    await this.readBoard();
    wx.stopPullDownRefresh();
  },

  async readBoard() {
    const { branch } = this.data;
    await fillFrame(this, {
      keepAs: branch ? `exit-board-${branch}` : 'exit-board',
      ask: async () => {
        const asked = cloud.exit.readExitBoard(branch ? { branchId: branch } : {});
        const [answer] = await Promise.all([asked, this.branchesRead]);
        return answer;
      },
      // Another branch was chosen meanwhile: what comes for this one is too late.
      show: (board) =>
        this.data.branch === branch && this.setData({ view: boardShown(board, knownBranches(), new Date()) }),
    });
  },
  onBranchTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    this.setData({ branch: currentTarget.dataset.id });
    this.readBoard();
  },
  onRetryTap() {
    this.readBoard();
  },
  onCutTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { cut: string }>) {
    this.setData({ cut: currentTarget.dataset.cut });
  },
  onDoorTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.navigateTo({ url: currentTarget.dataset.url });
  },

  /** Piece by piece, those who left first, alumni then; a piece that was cut off is brought again. */
  async onBringTap() {
    this.setData({ bringing: true, pageProblem: '', brought: '' });
    let brought = 0;
    for (const status of ['left', 'alumni'] as const) {
      let cursor: string | undefined;
      do {
        const after = cursor === undefined ? {} : { cursor };
        const answer = await intents(this).bring.send((requestId) =>
          cloud.exit.bringPastLeavings({ status, ...after, requestId }),
        );
        if (!answer.ok) {
          this.setData({ bringing: false, pageProblem: refusalText(answer) });
          return;
        }
        brought += answer.data.brought;
        this.setData({ brought: `已带入 ${brought} 人` });
        cursor = answer.data.next ?? undefined;
      } while (cursor !== undefined);
    }
    this.setData({ bringing: false, brought: brought ? `带入了 ${brought} 人` : '花名册里没有过去的离职' });
    await this.readBoard();
  },

  onImproveTap({
    currentTarget,
  }: WechatMiniprogram.TouchEvent<never, never, { cut: string; key: string; words: string }>) {
    const { cut, key, words } = currentTarget.dataset;
    wx.navigateTo({
      url: `${root}/new-improvement/new-improvement?cut=${cut}&key=${key}&words=${encodeURIComponent(words)}`,
    });
  },
  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string; sheet: Sheet }>) {
    const { id: improvementId, sheet } = currentTarget.dataset;
    this.setData({ sheet, improvementId, result: '', owners: [], problem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onResultChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ result: detail.value, problem: '' });
  },
  onOwnersChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ owners: detail.chosen, problem: '' });
  },
  async onFinishConfirm() {
    const { improvementId } = this.data;
    const result = this.data.result.trim();
    if (!result) {
      this.setData({ problem: '写一句做了什么。' });
      return;
    }
    const sent = intents(this).finish.send((requestId) =>
      cloud.exit.finishImprovement({ improvementId, result, requestId }),
    );
    if (await carryOut(this, sent)) await this.readBoard();
  },
  async onPassOnConfirm() {
    const { improvementId, owners } = this.data;
    const ownerPersonId = owners[0]?.personId;
    if (!ownerPersonId) {
      this.setData({ problem: '选一位同事来负责。' });
      return;
    }
    const sent = intents(this).passOn.send((requestId) =>
      cloud.exit.passOnImprovement({ improvementId, ownerPersonId, requestId }),
    );
    if (await carryOut(this, sent)) await this.readBoard();
  },
});
