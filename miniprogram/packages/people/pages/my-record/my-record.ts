import type { Me } from '../../../../../shared/people/model';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { dayInWords, todayOf } from '../../../../wording/day';

const kept = [
  { what: '姓名、工号、部门、岗位、任职日期和状态', who: '来自公司花名册。你和 HR 看得到。' },
  { what: '手机号、出生日期（如果花名册里有）', who: '手机号加密保存。只有 HR 看得到，用来联系你。' },
  { what: '你的微信与工号的绑定', who: '只用来认出你，任何页面都不显示。HR 可以应你的要求解除。' },
  { what: '签到、积分流水和兑换记录', who: '签到和流水只有你看得到；兑换记录 HR 也看得到，用来发放礼品。' },
];

Page({
  data: { person: null as Me['person'], joiningDay: '', kept },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },

  showMe({ person }: Me) {
    const day = person?.dateOfJoining;
    this.setData({ person, joiningDay: day ? dayInWords(day, todayOf(new Date())) : '' });
  },
});
