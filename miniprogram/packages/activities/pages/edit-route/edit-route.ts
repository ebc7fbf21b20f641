import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { draftOf, emptyDraft, limits, newPoint, type PointDraft, routeOf, withProblems } from './route-draft';

type PointTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;
type NameChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>;
const save = perPage(() => new Intent());

Page({
  data: {
    activityId: '',
    frame: loading,
    limits,
    draft: emptyDraft(),
    mayOrganise: true,
    goalProblem: '',
    problem: '',
    saving: false,
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ activityId: id });
    this.readRoute();
  },
  onRetryTap() {
    this.readRoute();
  },
  /** Who may set a route the activity says; what the route is so far, the route, where there is one. */
  async readRoute() {
    const { activityId } = this.data;
    this.setData({ frame: loading });
    await fillFrame(this, {
      keepAs: null,
      ask: async () => {
        const activity = await cloud.activities.readActivity({ activityId });
        if (!activity.ok) return activity;
        const { hasRoute, mayOrganise } = activity.data;
        const draft = emptyDraft();
        if (!hasRoute || !mayOrganise) return { ...activity, data: { mayOrganise, draft } };
        const route = await cloud.activities.readRoute({ activityId });
        return route.ok ? { ...route, data: { mayOrganise, draft: draftOf(route.data) } } : route;
      },
      show: ({ mayOrganise, draft }) => this.setData({ mayOrganise, draft }),
    });
  },

  changePoints(points: PointDraft[]) {
    this.setData({ 'draft.points': points, problem: '' });
  },
  changePoint(index: number, change: Partial<PointDraft>) {
    this.changePoints(this.data.draft.points.map((one, place) => (place === index ? { ...one, ...change } : one)));
  },
  onGoalChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'draft.goal': detail.value, goalProblem: '', problem: '' });
  },
  onNameChange({ currentTarget, detail }: NameChange) {
    this.changePoint(currentTarget.dataset.index, { name: detail.value, problem: '' });
  },
  async onPlaceTap({ currentTarget }: PointTap) {
    const { index } = currentTarget.dataset;
    const chosen = await wx.chooseLocation({}).catch(() => null);
    if (!chosen) return;
    const place = { latitude: Number(chosen.latitude), longitude: Number(chosen.longitude) };
    const named = this.data.draft.points[index]?.name || chosen.name.slice(0, 20);
    this.changePoint(index, { point: { ...place, radiusMeters: limits.radiusMeters }, name: named, problem: '' });
  },
  onPlaceEndTap({ currentTarget }: PointTap) {
    this.changePoint(currentTarget.dataset.index, { point: null });
  },
  onAddTap() {
    const { points } = this.data.draft;
    this.changePoints([...points, newPoint(points)]);
  },
  onRemoveTap({ currentTarget }: PointTap) {
    this.changePoints(this.data.draft.points.filter((_, place) => place !== currentTarget.dataset.index));
  },

  async onSaveTap() {
    const { activityId, draft } = this.data;
    const wrong = withProblems(draft);
    if (wrong) {
      this.setData({ goalProblem: wrong.goalProblem, 'draft.points': wrong.points, problem: '有几处需要改一下。' });
      return;
    }
    this.setData({ saving: true, problem: '' });
    const answer = await save(this).send((requestId) =>
      cloud.activities.setRoute({ activityId, ...routeOf(draft), requestId }),
    );
    this.setData({ saving: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) wx.navigateBack();
  },
});
