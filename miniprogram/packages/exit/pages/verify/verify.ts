import type { VerifiedPaper } from '../../../../../shared/exit/papers';
import { cloud } from '../../../../cloud/client';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords } from '../../../../wording/day';
import { paperInWords } from '../../wording/exit';

/** What was typed or scanned, as the cloud knows it; null for what cannot be a code. */
function codeIn(text: string): string | null {
  const code = text
    .replace(/^tonglu-paper:/, '')
    .replace(/[\s-]/g, '')
    .toUpperCase();
  return /^[A-Z2-7]{20}$/.test(code) ? code : null;
}

function shown({ kind, companyName, maskedName, dateOfJoining, relievingDate, issuedOn }: VerifiedPaper) {
  const whole = (day: string) => dayInWords(day, '');
  return {
    title: paperInWords[kind],
    companyName,
    rows: [
      { label: '姓名', value: maskedName },
      ...(dateOfJoining ? [{ label: '入职日期', value: whole(dateOfJoining) }] : []),
      ...(relievingDate ? [{ label: '离职日期', value: whole(relievingDate) }] : []),
      { label: '开具日期', value: whole(issuedOn) },
    ],
  };
}

Page({
  data: { code: '', codeProblem: '', paper: null as ReturnType<typeof shown> | null, busy: false, problem: '' },

  onLoad({ code = '' }: { code?: string }) {
    wx.hideShareMenu({});
    if (code) this.verify(code);
  },
  onCodeChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: detail.value, codeProblem: '', problem: '' });
  },
  async onScanTap() {
    const scanned = await wx.scanCode({ scanType: ['qrCode'] }).catch(() => null);
    if (scanned) await this.verify(scanned.result);
  },
  async onVerifyTap() {
    await this.verify(this.data.code);
  },
  async verify(text: string) {
    const code = codeIn(text);
    this.setData({ paper: null, problem: '', codeProblem: code ? '' : '核验码是 20 位字母和数字，横线可以不填' });
    if (!code) return;
    this.setData({ busy: true });
    const answer = await cloud.exit.verifyPaper({ code });
    this.setData({ busy: false });
    this.setData(answer.ok ? { paper: shown(answer.data) } : { problem: refusalText(answer) });
  },
});
