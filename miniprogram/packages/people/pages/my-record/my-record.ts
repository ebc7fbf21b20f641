import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { adoptMe, currentMe, offMeChange, onMeChange, visitor } from '../../../../cloud/session';
import { dropExport, exportMyRecord, handOverExport, keepsFiles, writeExport } from '../../my-record-export';
import { myRecordView } from '../../my-record-view';

const leave = perPage(() => new Intent());

Page({
  data: {
    frame: loading,
    joined: false,
    /** HR is unbound by a colleague, so that somebody is left who can issue codes. */
    mayLeave: false,
    mayChooseByline: false,
    record: { facts: [], earlier: [], kept: [] } as ReturnType<typeof myRecordView>,
    sheet: '' as '' | 'export' | 'leave',
    handOverVerb: '',
    exporting: false,
    exportProblem: '',
    leaving: false,
    leaveProblem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => {
      this.showMe(me);
      this.readRecord();
    });
    this.showMe(currentMe());
    this.readRecord();
  },
  onUnload() {
    offMeChange(this);
    dropExport();
  },
  async onPullDownRefresh() {
    await this.readRecord();
    wx.stopPullDownRefresh();
  },

  showMe({ person, roles }: Me) {
    const mayChooseByline = roles.includes('employee') || roles.includes('alumnus');
    this.setData({ joined: person !== null, mayLeave: !roles.includes('hr'), mayChooseByline });
  },
  async readRecord() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.people.readMyRecord({}),
      show: (answer) => this.setData({ record: myRecordView(answer, new Date()) }),
    });
  },

  onRetryTap() {
    this.readRecord();
  },
  onBylineTap() {
    wx.navigateTo({ url: '/packages/community/pages/byline/byline' });
  },
  async onExportTap() {
    this.setData({ exporting: true, exportProblem: '' });
    const answer = await exportMyRecord(new Date());
    this.setData({ exporting: false });
    if (!answer.ok) {
      this.setData({ exportProblem: refusalText(answer) });
      return;
    }
    if (!(await writeExport(answer.data))) {
      this.setData({ exportProblem: '手机空间不够，没能写好文件。请清理后再试。' });
      return;
    }
    this.setData({ sheet: 'export', handOverVerb: keepsFiles() ? '保存文件' : '发到聊天' });
  },
  async onHandOverConfirm() {
    if (!(await handOverExport())) return;
    dropExport();
    this.setData({ sheet: '' });
    wx.showToast({ title: '已导出', icon: 'success', duration: 1500 });
  },
  onLeaveTap() {
    this.setData({ sheet: 'leave', leaveProblem: '' });
  },
  onDismiss() {
    if (this.data.sheet === 'export') dropExport();
    this.setData({ sheet: '' });
  },
  async onLeaveConfirm() {
    this.setData({ leaving: true, leaveProblem: '' });
    const answer = await leave(this).send((requestId) => cloud.people.leaveApp({ requestId }));
    this.setData({ leaving: false });
    if (!answer.ok) {
      this.setData({ leaveProblem: refusalText(answer) });
      return;
    }
    adoptMe(visitor);
    wx.switchTab({ url: '/pages/home/home' });
  },
});
