import { cloud } from '../../../../cloud/client';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { codeText } from '../../wording/activity';

const timers = perPage(() => ({ next: 0, isShown: false }));

/** After a failure the code is asked for again so soon: people are waiting. */
const againMillis = 3000;

/** The code of an activity, or of one point of its route, which turns when the cloud says so; its clock counts. */
Component({
  properties: {
    activityId: { type: String, value: '' },
    /** Of the route; empty for the activity itself. */
    pointId: { type: String, value: '' },
  },
  data: { qr: '', problem: '' },
  lifetimes: {
    attached() {
      this.show();
    },
    detached() {
      this.rest();
    },
  },
  pageLifetimes: {
    show() {
      this.show();
    },
    hide() {
      this.rest();
    },
  },
  methods: {
    show() {
      if (timers(this).isShown) return;
      timers(this).isShown = true;
      this.turn();
    },
    /** A code that is still on its way when the page goes must not call for the next one. */
    rest() {
      timers(this).isShown = false;
      clearTimeout(timers(this).next);
    },
    readCode() {
      const { activityId, pointId } = this.data;
      return pointId
        ? cloud.activities.readPointCode({ activityId, pointId })
        : cloud.activities.readCheckInCode({ activityId });
    },
    async turn() {
      const answer = await this.readCode();
      clearTimeout(timers(this).next);
      if (!timers(this).isShown) return;
      if (answer.ok) {
        const { code, nextInMillis } = answer.data;
        const { activityId, pointId } = this.data;
        this.setData({ qr: codeText(activityId, pointId, code), problem: '' });
        this.triggerEvent('turn', answer.data);
        timers(this).next = setTimeout(() => this.turn(), nextInMillis);
        return;
      }
      this.setData({ qr: '', problem: refusalText(answer) });
      const mayCome = answer.code === 'unreachable' || answer.code === 'bug';
      if (mayCome) timers(this).next = setTimeout(() => this.turn(), againMillis);
    },
  },
});
