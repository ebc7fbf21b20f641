/** What somebody sees who has not joined: what this is, and the way in. */
Component({
  data: {
    steps: [
      { title: '向 HR 要入职码', meta: '一个 8 位的码，或者一张二维码，72 小时内有效' },
      { title: '填工号和入职码，或者扫码', meta: '只绑定你现在用的这个微信，不需要手机号' },
      { title: '马上就能用', meta: '「首页」变成「今天」，从签到开始' },
    ],
  },
  methods: {
    onJoinTap() {
      wx.navigateTo({ url: '/packages/people/pages/join/join' });
    },
  },
});
