import type { VerifiedCertificate } from '../../../../../shared/training/certificate';
import { cloud } from '../../../../cloud/client';
import { loading, ready } from '../../../../cloud/frame';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords } from '../../../../wording/day';
import { codeIn } from '../../certificate-words';

/** Everybody may look, also somebody who never joined: the code is what opens it. */
Page({
  data: { code: '', typed: '', problem: '', frame: ready, found: false, face: {} as VerifiedCertificate, day: '' },

  onLoad({ code = '' }: { code?: string }) {
    wx.hideShareMenu({});
    const given = codeIn(code);
    if (given) this.verify(given);
    else if (code) this.setData({ problem: '这个链接里的核验码不完整，请对方重新发一次。' });
  },
  async verify(code: string) {
    this.setData({ code, problem: '', found: false, frame: loading });
    // Whether it still holds is asked anew each time: nothing is kept.
    const answer = await cloud.training.verifyCertificate({ code });
    this.setData({ frame: ready });
    if (answer.ok) this.setData({ face: answer.data, found: true, day: dayInWords(answer.data.issuedOn, '') });
    else this.setData({ problem: refusalText(answer) });
  },
  onTyped({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: detail.value, problem: '' });
  },
  onVerifyTap() {
    this.take(this.data.typed);
  },
  async onScanTap() {
    const scanned = await wx.scanCode({ scanType: ['qrCode'] }).catch(() => null);
    if (scanned) this.take(scanned.result);
  },
  take(text: string) {
    const code = codeIn(text);
    if (code) this.verify(code);
    else this.setData({ problem: '核验码是 20 位字母和数字，在证书最下面。' });
  },
});
