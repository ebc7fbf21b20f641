import type { Path } from '../../../../../shared/training/path';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { ownBranchOf } from '../../../../wording/branch';
import { emptyStage, type PathDraft, pathDraftOf, pathProblem, withCourse } from './path-draft';

const write = perPage(() => new Intent());
const mostStages = 12;

Page({
  data: {
    pathId: '',
    version: 0,
    branchId: null as string | null,
    frame: loading,
    draft: { title: '', story: '', stages: [] } as PathDraft,
    courses: [] as { courseId: string; title: string }[],
    faces: [] as { courseId: string; title: string; isIn: boolean }[][],
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ pathId: id });
    this.readPath();
  },
  async readPath() {
    const { pathId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: async () => {
        const [paths, courses] = await Promise.all([
          cloud.training.listPaths({}),
          cloud.training.listCourses({ limit: 50 }),
        ]);
        if (!paths.ok) return paths;
        if (!courses.ok) return courses;
        const known = paths.data.items.find((path) => path.pathId === pathId);
        return { ...paths, data: { known, courses: courses.data.items } };
      },
      show: ({ known, courses }) => {
        this.setData({ courses: courses.map(({ courseId, title }) => ({ courseId, title })) });
        this.showPath(known);
      },
    });
  },
  showPath(known: Path | undefined) {
    const me = currentMe();
    const branchId = known ? known.branchId : me.roles.includes('hr') ? null : ownBranchOf(me);
    this.setData({ version: known?.version ?? 0, branchId });
    this.showDraft(known ? pathDraftOf(known) : { title: '', story: '', stages: [emptyStage(newRequestId())] });
  },
  /** Which courses stand in which stage, for the marks to be tapped. */
  showDraft(draft: PathDraft) {
    const faces = draft.stages.map(({ courseIds }) =>
      this.data.courses.map((course) => ({ ...course, isIn: courseIds.includes(course.courseId) })),
    );
    this.setData({ draft, faces, problem: '' });
  },
  onRetryTap() {
    this.readPath();
  },
  onFieldChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, never, { name: string; stage?: number }>) {
    const { name, stage } = currentTarget.dataset;
    const field = stage === undefined ? `draft.${name}` : `draft.stages[${stage}].${name}`;
    this.setData({ [field]: detail.value, problem: '' });
  },
  onCourseTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { stage: number; id: string }>) {
    const { stage, id } = currentTarget.dataset;
    const { draft } = this.data;
    const stages = draft.stages.map((one, index) => (index === stage ? withCourse(one, id) : one));
    this.showDraft({ ...draft, stages });
  },
  onMoreTap() {
    const { draft } = this.data;
    if (draft.stages.length < mostStages) {
      this.showDraft({ ...draft, stages: [...draft.stages, emptyStage(newRequestId())] });
    }
  },
  onRemoveTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { stage: number }>) {
    const { draft } = this.data;
    this.showDraft({ ...draft, stages: draft.stages.filter((_, index) => index !== currentTarget.dataset.stage) });
  },
  async onSaveTap() {
    const { pathId, version, branchId, draft } = this.data;
    const problem = pathProblem(draft);
    this.setData({ problem });
    if (problem) return;
    this.setData({ busy: true });
    const answer = await write(this).send((requestId) =>
      cloud.training.writePath({ pathId: pathId || null, version, branchId, ...draft, requestId }),
    );
    this.setData({ busy: false });
    if (answer.ok) wx.navigateBack();
    else this.setData({ problem: refusalText(answer) });
  },
});
