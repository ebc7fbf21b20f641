import type { CourseDraft, Lock } from '../../../../../shared/training/course';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';

const most = 5;
const write = perPage(() => new Intent());

/** The first page comes together with the draft: what is chosen stands above what can be. */
interface Chooser extends Screen {
  data: { courseId: string };
  showDraft(draft: CourseDraft): void;
}
const list = perPage(
  (screen: Chooser) =>
    new PagedList<Lock, Lock>({
      screen,
      keepAs: null,
      read: async (cursor) => {
        const { courseId } = screen.data;
        if (cursor.cursor) return cloud.training.listPrerequisites({ courseId, ...cursor });
        const [draft, courses] = await Promise.all([
          cloud.training.readDraft({ courseId }),
          cloud.training.listPrerequisites({ courseId }),
        ]);
        if (!draft.ok) return draft;
        screen.showDraft(draft.data);
        return courses;
      },
      rowOf: (course) => course,
    }),
);

Page({
  data: {
    courseId: '',
    frame: loading,
    draft: {} as CourseDraft,
    chosen: [] as Lock[],
    rows: [] as Lock[],
    tail: 'end' as Tail,
    tailProblem: '',
    busy: false,
    problem: '',
  },

  onLoad({ course = '' }: { course?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: course });
    list(this).refresh();
  },
  showDraft(draft: CourseDraft) {
    this.setData({ draft, chosen: draft.locks });
  },
  onRetryTap() {
    list(this).refresh();
  },
  onReachBottom() {
    list(this).more();
  },
  onMoreTap() {
    list(this).more();
  },
  onCourseTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string; title: string }>) {
    const { id, title } = currentTarget.dataset;
    const others = this.data.chosen.filter(({ courseId }) => courseId !== id);
    const isChosen = others.length < this.data.chosen.length;
    if (!isChosen && others.length >= most) this.setData({ problem: `最多选 ${most} 门先修课程，先去掉一门。` });
    else this.setData({ chosen: isChosen ? others : [...others, { courseId: id, title }], problem: '' });
  },
  async onSaveTap() {
    const { courseId, draft, chosen } = this.data;
    const { branchId: _, ...rest } = draft.head;
    const head = { ...rest, prerequisites: chosen.map((one) => one.courseId) };
    const { draftVersion } = draft;
    this.setData({ busy: true, problem: '' });
    const answer = await write(this).send((requestId) =>
      cloud.training.changeCourse({ courseId, draftVersion, head, requestId }),
    );
    this.setData({ busy: false });
    if (answer.ok) wx.navigateBack();
    else this.setData({ problem: refusalText(answer) });
  },
});
