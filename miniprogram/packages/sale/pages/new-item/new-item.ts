import type { Answer } from '../../../../../shared/kernel/contract';
import type { SalePayment, StockedSaleItem } from '../../../../../shared/sale/sale';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, ready } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { uploadFile } from '../../../../cloud/upload';
import { paymentInWords } from '../../wording/sale';
import { blankItem, daysInWords, draftOf, type ItemDraft, itemProblems, termsOf } from './item-draft';

const send = perPage(() => new Intent());
const payments: readonly SalePayment[] = ['atHandOver', 'payroll'];
const limits = { pictures: 3, pictureBytes: 1_000_000 };

/** PNG keeps its name; everything else that a phone chooses is a JPEG, and the cloud looks into the file anyway. */
const extensionOf = (path: string) => (/\.png$/i.test(path) ? 'png' : 'jpg');

async function uploadAll(paths: readonly string[], requestId: string): Promise<string[] | null> {
  const sent = await Promise.all(
    paths.map((path, index) => uploadFile(`sale/${requestId}/${index}.${extensionOf(path)}`, path)),
  );
  const fileIds = sent.flatMap((one) => (one.ok ? [one.fileId] : []));
  return fileIds.length < sent.length ? null : fileIds;
}

interface Saved {
  draft: ItemDraft;
  /** The item that is changed; null for a new one. */
  standing: StockedSaleItem | null;
  hasNewPictures: boolean;
}

async function save({ draft, standing, hasNewPictures }: Saved, requestId: string): Promise<Answer<StockedSaleItem>> {
  const pictureFileIds = hasNewPictures ? await uploadAll(draft.pictures, requestId) : [];
  if (pictureFileIds === null) return { ok: false, code: 'unreachable' };
  const terms = termsOf(draft, standing);
  if (!standing) return cloud.sale.addSaleItem({ terms, pieces: Number(draft.pieces), pictureFileIds, requestId });
  const instead = hasNewPictures ? pictureFileIds : null;
  return cloud.sale.changeSaleItem({ itemId: standing._id, terms, pictureFileIds: instead, requestId });
}

Page({
  data: {
    frame: loading,
    maySell: false,
    itemId: '',
    standing: null as StockedSaleItem | null,
    /** Somebody ordered: what their order names stays. */
    isOrdered: false,
    draft: blankItem(new Date()),
    days: daysInWords(blankItem(new Date()), new Date()),
    hasNewPictures: false,
    payments: payments.map((payment) => ({ payment, text: paymentInWords[payment] })),
    problems: {} as Partial<Record<string, string>>,
    busy: false,
    problem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    const maySell = currentMe().roles.includes('hr');
    this.setData({ maySell, itemId: id, frame: id ? loading : ready });
    if (!id || !maySell) return;
    wx.setNavigationBarTitle({ title: '修改特卖商品' });
    this.readItem();
  },
  async readItem() {
    const { itemId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.sale.readSaleItem({ itemId }),
      show: (standing) => {
        const draft = draftOf(standing);
        const days = daysInWords(draft, new Date());
        this.setData({ standing, draft, days, isOrdered: standing.stock < standing.supplied, hasNewPictures: false });
      },
    });
  },
  onRetryTap() {
    this.readItem();
  },
  onTyped({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
    const { name } = currentTarget.dataset;
    this.setData({ [`draft.${name}`]: detail.value, [`problems.${name}`]: '', problem: '' });
    this.setData({ days: daysInWords(this.data.draft, new Date()) });
  },
  onPaymentTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { payment: SalePayment }>) {
    if (!this.data.isOrdered) this.setData({ 'draft.payment': currentTarget.dataset.payment });
  },
  async onPicturesTap() {
    const { tempFiles } = await wx
      .chooseMedia({ count: limits.pictures, mediaType: ['image'], sizeType: ['compressed'] })
      .catch(() => ({ tempFiles: [] }));
    if (tempFiles.length === 0) return;
    const pictures = tempFiles.flatMap(({ size, tempFilePath }) => (size <= limits.pictureBytes ? tempFilePath : []));
    const dropped = tempFiles.length - pictures.length;
    this.setData({ 'problems.pictures': dropped > 0 ? `有 ${dropped} 张超过 1 MB，没有加进来` : '' });
    if (pictures.length > 0) this.setData({ 'draft.pictures': pictures, hasNewPictures: true, problem: '' });
  },
  onPicturesDropTap() {
    this.setData({ 'draft.pictures': [], hasNewPictures: true, 'problems.pictures': '', problem: '' });
  },
  async onSaveTap() {
    const { draft, standing, hasNewPictures } = this.data;
    const problems = itemProblems(draft);
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ busy: true });
    const answer = await send(this).send((requestId) => save({ draft, standing, hasNewPictures }, requestId));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) wx.navigateBack();
  },
});
