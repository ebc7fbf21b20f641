import { forgetAnswers } from './cloud/cache';
import { onTurnedAway } from './cloud/client';
import { onMeChange, refreshMe } from './cloud/session';

App({
  onLaunch() {
    wx.cloud.init({ traceUser: false });
    onMeChange(this, forgetAnswers);
    onTurnedAway(refreshMe);
  },
  // Rights may have changed while the program slept; what is known is on screen meanwhile.
  onShow() {
    refreshMe();
  },
});
