import type { RouteView } from '../../../../../shared/activities/route';
import type { Answer } from '../../../../../shared/kernel/contract';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, ready } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { codeIn, measuredFix, noFixText } from '../../wording/activity';
import { routeFace } from './route-face';

type PointTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;
const visit = perPage(() => new Intent());
const nowhere = { id: '', name: '' };

Page({
  data: {
    activityId: '',
    frame: loading,
    face: {} as ReturnType<typeof routeFace>,
    places: [] as RouteView['points'],
    isUnset: false,
    /** The point that is checked in at by place, and the one whose code is shown. */
    here: nowhere,
    sheet: '' as '' | 'stand',
    shown: nowhere,
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ activityId: id });
  },
  onShow() {
    this.readRoute();
  },
  async onPullDownRefresh() {
    await this.readRoute();
    wx.stopPullDownRefresh();
  },
  onRetryTap() {
    this.readRoute();
  },

  async readRoute() {
    const { activityId } = this.data;
    let isUnset = false;
    await fillFrame(this, {
      keepAs: `route.${activityId}`,
      ask: async () => {
        const answer = await cloud.activities.readRoute({ activityId });
        isUnset = !answer.ok && answer.code === 'route_not_set';
        return answer;
      },
      show: (route) => this.showRoute(route),
    });
    this.setData(isUnset ? { isUnset, frame: ready } : { isUnset });
  },
  showRoute(route: RouteView) {
    this.setData({ face: routeFace(route, new Date()), places: route.points });
  },

  /** Shows the route as the cloud answered, or the refusal where it was asked for. */
  async take(asked: Promise<Answer<RouteView>>): Promise<void> {
    const route = await carryOut(this, asked);
    if (!route) return;
    this.showRoute(route);
    wx.showToast({ title: '打卡成功', icon: 'success', duration: 1500 });
  },
  /** Which point it is the code says. */
  async onScanTap() {
    const { activityId } = this.data;
    this.setData({ pageProblem: '' });
    const scanned = await wx.scanCode({ scanType: ['qrCode'] }).catch(() => null);
    if (!scanned) return;
    const read = codeIn(scanned.result, activityId);
    if (!read?.pointId) {
      this.setData({ pageProblem: '这不是这条路线的打卡码，请扫打卡点组织者屏幕上的那个。' });
      return;
    }
    const { code, pointId } = read;
    await this.take(
      visit(this).send((requestId) => cloud.activities.visitByCode({ activityId, pointId, code, requestId })),
    );
  },
  onStandTap({ currentTarget }: PointTap) {
    const point = this.data.places[currentTarget.dataset.index];
    const here = point && { id: point.id, name: point.name };
    if (here) this.setData({ sheet: 'stand', here, problem: '', pageProblem: '' });
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  /** The position is read at this tap only, after the sheet said what for. */
  async onStandConfirm() {
    const { activityId, here } = this.data;
    this.setData({ busy: true, problem: '' });
    const fix = await measuredFix();
    this.setData({ busy: false });
    if (!fix) {
      this.setData({ problem: noFixText });
      return;
    }
    const asked = { activityId, pointId: here.id, ...fix };
    await this.take(visit(this).send((requestId) => cloud.activities.visitByPlace({ ...asked, requestId })));
  },
  onMapTap({ currentTarget }: PointTap) {
    const place = this.data.places[currentTarget.dataset.index];
    if (!place?.point) return;
    const { latitude, longitude } = place.point;
    wx.openLocation({ latitude, longitude, name: place.name });
  },
  onCodeTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { id: string; name: string }>) {
    const { id, name } = currentTarget.dataset;
    this.setData({ shown: { id, name } });
  },
  onCodeDismiss() {
    this.setData({ shown: nowhere });
  },
  onSetTap() {
    wx.navigateTo({ url: `/packages/activities/pages/edit-route/edit-route?id=${this.data.activityId}` });
  },
});
