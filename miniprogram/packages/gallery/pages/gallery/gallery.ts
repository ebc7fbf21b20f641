import { loading, ready } from '../../../../cloud/frame';
import { iconShapes } from '../../../../components/app-icon/icon-shapes';

const problem = '网络好像断了，什么都没有丢。请连上网后再试。';
const refused = '你现在没有这项权限。如果应该有，请联系 HR。';

/** Every component of ours in its states, for people who change one and for the tests. No door leads here. */
Page({
  data: {
    icons: Object.keys(iconShapes),
    drawings: ['box', 'cloud', 'gift', 'lines', 'people', 'road'],
    tails: ['more', 'loading', 'failed', 'end'],
    frames: [
      { name: '第一次加载', frame: loading },
      { name: '没有内容可显示', frame: { state: 'failed', problem, mayRetry: true, updatedAt: '' } },
      { name: '没有权限', frame: { state: 'failed', problem: refused, mayRetry: false, updatedAt: '' } },
      { name: '没能刷新', frame: { state: 'ready', problem, mayRetry: true, updatedAt: '今天 09:30' } },
      { name: '内容', frame: ready },
    ],
    sheets: ['只告诉', '先问一下', '会失去什么', '正在做', '被拒绝'],
    open: '',
    problem,
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onSheetTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { sheet: string }>) {
    this.setData({ open: currentTarget.dataset.sheet });
  },
  onDismiss() {
    this.setData({ open: '' });
  },
});
