import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { PeopleContract } from '../../../../../shared/people/contract';
import type { Me } from '../../../../../shared/people/model';
import { readBranches } from '../../../../cloud/branches';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { momentInWords } from '../../../../wording/day';
import { chooseRosterFile, sendRoster, unfitFile } from '../../roster-upload';
import { stageInWords, stageTheme } from '../../wording/roster';

type BatchLine = OutputOf<PeopleContract['listRosterBatches']>['items'][number];

const rowOf = ({ _id, fileName, stage, counts, openedBy, openedAt }: BatchLine) => {
  const waiting = stage === 'reviewing' && counts.waiting > 0 ? ` · ${counts.waiting} 行等待决定` : '';
  return {
    _id,
    fileName,
    stageText: stageInWords[stage],
    stageTheme: stageTheme[stage],
    meta: `${openedBy} · ${momentInWords(openedAt, new Date())}${waiting}`,
  };
};

const open = perPage(() => new Intent());
const batches = perPage(
  (screen: Screen) =>
    new PagedList({ screen, keepAs: null, read: (cursor) => cloud.people.listRosterBatches(cursor), rowOf }),
);

Page({
  data: {
    frame: loading,
    rows: [] as ReturnType<typeof rowOf>[],
    tail: 'end' as Tail,
    tailProblem: '',
    /** To choose from: of HR everywhere, in a company that has several. */
    branches: [] as { _id: string; name: string }[],
    chosenBranch: 0,
    sending: false,
    problem: '',
    steps: [
      { title: '选择文件', meta: 'CSV 或 Excel 都行，中英文标题都认得' },
      { title: '核对列', meta: '用不到的和敏感的列不会导入，并说明原因' },
      { title: '核对人', meta: '自动整理写法；自相矛盾的地方由你决定' },
      { title: '应用', meta: '90 天内可以整批撤销' },
    ],
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  /** A company of one branch, and whoever is HR of a branch, have nothing to choose. */
  async showMe({ roles }: Me) {
    const branches = roles.includes('hr') ? await readBranches() : [];
    if (branches.length > 1) this.setData({ branches: [{ _id: '', name: '不分，看每个人的记录' }, ...branches] });
  },
  onBranchChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ chosenBranch: Number(detail.value) });
  },
  onShow() {
    batches(this).revisit();
  },
  async onPullDownRefresh() {
    await batches(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    batches(this).more();
  },

  async onChooseTap() {
    this.setData({ problem: '' });
    const file = await chooseRosterFile();
    if (!file) return;
    const unfit = unfitFile(file);
    if (unfit) return this.setData({ problem: unfit });
    const branchId = this.data.branches[this.data.chosenBranch]?._id;
    this.setData({ sending: true });
    const opened = await open(this).send((requestId) =>
      cloud.people.openRosterBatch({ fileName: file.name, ...(branchId ? { branchId } : {}), requestId }),
    );
    const answer = opened.ok ? await sendRoster(opened.data, file) : opened;
    this.setData({ sending: false });
    if (answer.ok) this.openBatch(answer.data._id);
    else {
      this.setData({ problem: refusalText(answer) });
      await batches(this).refresh();
    }
  },
  openBatch(id: string) {
    wx.navigateTo({ url: `/packages/people/pages/roster-batch/roster-batch?id=${id}` });
  },
  onBatchTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
    this.openBatch(currentTarget.dataset.id);
  },
  onRetryTap() {
    batches(this).refresh();
  },
  onMoreTap() {
    batches(this).more();
  },
});
