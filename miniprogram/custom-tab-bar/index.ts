import { currentMe, offMeChange, onMeChange } from '../cloud/session';
import { refreshUnread } from '../cloud/unread';
import { tabsOf } from './tabs-of';

/** One instance per tab page, drawn from the cached session, so that no tab appears late or twice. */
Component({
  // The first frame is drawn from this, before anything else has happened.
  data: { tabs: tabsOf(currentMe()), selected: '' },
  lifetimes: {
    attached() {
      onMeChange(this, (me) => {
        this.setData({ tabs: tabsOf(me) });
        refreshUnread();
      });
      this.setData({ tabs: tabsOf(currentMe()) });
    },
    detached() {
      offMeChange(this);
    },
  },
  methods: {
    onTabTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { route: string }>) {
      wx.switchTab({ url: `/${currentTarget.dataset.route}` });
    },
  },
});
