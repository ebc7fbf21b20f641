import type { SalePayment } from '../../../../../shared/sale/sale';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { paymentInWords } from '../../wording/sale';
import { blankItem, daysInWords, itemProblems, termsOf } from './item-draft';

const add = perPage(() => new Intent());
const payments: readonly SalePayment[] = ['atHandOver', 'payroll'];

Page({
  data: {
    maySell: false,
    draft: blankItem(new Date()),
    days: daysInWords(blankItem(new Date()), new Date()),
    payments: payments.map((payment) => ({ payment, text: paymentInWords[payment] })),
    problems: {} as ReturnType<typeof itemProblems>,
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    this.setData({ maySell: currentMe().roles.includes('hr') });
  },
  onTyped({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
    const { name } = currentTarget.dataset;
    this.setData({ [`draft.${name}`]: detail.value, [`problems.${name}`]: '', problem: '' });
    this.setData({ days: daysInWords(this.data.draft, new Date()) });
  },
  onPaymentTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { payment: SalePayment }>) {
    this.setData({ 'draft.payment': currentTarget.dataset.payment });
  },
  async onAddTap() {
    const { draft } = this.data;
    const problems = itemProblems(draft);
    this.setData({ problems });
    if (Object.keys(problems).length > 0) return;
    this.setData({ busy: true, problem: '' });
    const answer = await add(this).send((requestId) => cloud.sale.addSaleItem({ ...termsOf(draft), requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) wx.navigateBack();
  },
});
