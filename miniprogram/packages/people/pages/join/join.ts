import type { Answer } from '../../../../../shared/kernel/contract';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { adoptMe } from '../../../../cloud/session';
import { placeInWords } from '../../../../wording/place';
import { codeTyped, tokenOpenedWith, tokenScanned } from '../../joining-text';

const join = perPage(() => new Intent());
const draftKey = 'draft.employeeNumber';

interface Joined {
  name: string;
  place: string;
  verb: string;
}

Page({
  data: {
    employeeNumber: '',
    code: '',
    numberProblem: '',
    codeProblem: '',
    problem: '',
    joining: false,
    joined: null as Joined | null,
  },

  onLoad(query: { scene?: string; q?: string }) {
    wx.hideShareMenu({});
    this.setData({ employeeNumber: wx.getStorageSync(draftKey) || '' });
    const token = tokenOpenedWith(query);
    if (token) this.joinWithToken(token);
  },

  onNumberChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    wx.setStorageSync(draftKey, detail.value);
    this.setData({ employeeNumber: detail.value, numberProblem: '', problem: '' });
  },
  onCodeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: detail.value, codeProblem: '', problem: '' });
  },
  async onJoinTap() {
    const employeeNumber = this.data.employeeNumber.trim();
    const code = codeTyped(this.data.code);
    const numberProblem = /^[A-Za-z0-9-]{1,32}$/.test(employeeNumber) ? '' : '请填工号，只有字母、数字和短横线';
    const codeProblem = code.length === 8 ? '' : '入职码是 8 位字母和数字';
    this.setData({ numberProblem, codeProblem, problem: '' });
    if (numberProblem || codeProblem) return;
    await this.tryJoining((requestId) => cloud.people.joinWithCode({ employeeNumber, code, requestId }));
  },
  async onScanTap() {
    const scanned = await wx.scanCode({ scanType: ['qrCode', 'wxCode'] }).catch(() => null);
    if (!scanned) return;
    const token = tokenScanned(scanned.result) ?? tokenOpenedWith({ scene: scanned.path?.split('scene=')[1] ?? '' });
    if (token) await this.joinWithToken(token);
    else this.setData({ problem: '这不是入职二维码。请扫 HR 在「发放入职码」里给你看的那一张。' });
  },
  async joinWithToken(token: string) {
    await this.tryJoining((requestId) => cloud.people.joinWithQr({ token, requestId }));
  },

  async tryJoining(ask: (requestId: string) => Promise<Answer<{ me: Me }>>) {
    this.setData({ joining: true, problem: '' });
    const answer = await join(this).send(ask);
    this.setData({ joining: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    const { me } = answer.data;
    adoptMe(me);
    wx.removeStorageSync(draftKey);
    wx.vibrateShort({ type: 'light' });
    const verb = me.roles.includes('employee') ? '开始今天' : '看看首页';
    this.setData({ joined: { name: me.person?.name ?? '', place: me.person ? placeInWords(me.person) : '', verb } });
  },
  onStartTap() {
    wx.switchTab({ url: '/pages/home/home' });
  },
});
