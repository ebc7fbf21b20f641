import type { Answer } from '../../../../../shared/kernel/contract';
import type { Me } from '../../../../../shared/people/model';
import type { GiftCategory, GiftHanding, ShelfGift } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, ready } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { uploadFile } from '../../../../cloud/upload';
import { categoryInWords, handingChoices } from '../../wording/gift';
import {
  type DraftField,
  draftOf,
  draftProblems,
  emptyDraft,
  fieldOfInput,
  type GiftDraft,
  giftOf,
  revisionOf,
} from './gift-draft';

const draftKey = 'draft.gift';
const mostBytes = 1_000_000;
const send = perPage(() => new Intent());

const limitHint = '不填就是不限';
const fields = [
  { name: 'name', label: '名称', suffix: '', placeholder: '例如：保温杯', type: 'text', maxlength: 40 },
  { name: 'cost', label: '价格', suffix: '积分', placeholder: '例如：120', type: 'number', maxlength: 7 },
  { name: 'stock', label: '库存', suffix: '件', placeholder: '例如：20', type: 'number', maxlength: 6 },
  { name: 'value', label: '价值（薪资报税用）', suffix: '元', placeholder: '不填就是 0', type: 'digit', maxlength: 9 },
  { name: 'limit', label: '每人限兑', suffix: '件', placeholder: limitHint, type: 'number', maxlength: 4 },
  { name: 'monthly', label: '每人每月限兑', suffix: '件', placeholder: limitHint, type: 'number', maxlength: 4 },
  { name: 'yearly', label: '每人每年限兑', suffix: '件', placeholder: limitHint, type: 'number', maxlength: 4 },
];

const choices = <Key extends string>(words: Record<Key, string>) =>
  (Object.keys(words) as Key[]).map((key) => ({ key, text: words[key] }));
const groups = [
  { name: 'category', label: '分类', choices: choices<GiftCategory>(categoryInWords) },
  { name: 'handing', label: '怎么发放', choices: choices<GiftHanding>(handingChoices) },
];
const days = [
  { name: 'saleFrom', label: '开始兑换', none: '随时' },
  { name: 'saleUntil', label: '截止兑换', none: '不截止' },
];

/** PNG keeps its name; everything else that a phone chooses is a JPEG, and the cloud looks into the file anyway. */
const extensionOf = (path: string) => (/\.png$/i.test(path) ? 'png' : 'jpg');

async function addGift(draft: GiftDraft, requestId: string): Promise<Answer<ShelfGift>> {
  const { picture } = draft;
  if (!picture) return cloud.points.addGift({ ...giftOf(draft), pictureFileId: null, requestId });
  const sent = await uploadFile(`gifts/${requestId}.${extensionOf(picture)}`, picture);
  if (!sent.ok) return { ok: false, code: 'unreachable' };
  return cloud.points.addGift({ ...giftOf(draft), pictureFileId: sent.fileId, requestId });
}

Page({
  data: {
    fields,
    groups,
    days,
    frame: loading,
    /** Adding and revising is for HR of the whole company. */
    mayChange: false,
    /** The gift that is revised; empty for a new one. */
    giftId: '',
    draft: emptyDraft,
    problems: {} as Partial<Record<DraftField, string>>,
    problem: '',
    saving: false,
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
    this.setData({ giftId: id });
    if (id) {
      wx.setNavigationBarTitle({ title: '修改礼品' });
      this.readGift();
      return;
    }
    const kept = wx.getStorageSync(draftKey) as GiftDraft | '';
    this.setData({ draft: { ...emptyDraft, ...(kept || {}) }, frame: ready });
  },
  onUnload() {
    offMeChange(this);
  },

  showMe({ roles }: Me) {
    this.setData({ mayChange: roles.includes('hr') });
  },
  async readGift() {
    const { giftId } = this.data;
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.readShelfGift({ giftId }),
      show: ({ gift }) => this.setData({ draft: draftOf(gift) }),
    });
  },
  onRetryTap() {
    this.readGift();
  },

  setField(name: DraftField, value: string) {
    this.setData({ [`draft.${name}`]: value, [`problems.${name}`]: '', problem: '' });
    if (!this.data.giftId) wx.setStorageSync(draftKey, { ...this.data.draft, picture: '' });
  },
  onFieldChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: DraftField }>) {
    this.setField(currentTarget.dataset.name, detail.value);
  },
  onChoiceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { name: DraftField; key: string }>) {
    this.setField(currentTarget.dataset.name, currentTarget.dataset.key);
  },
  async onPictureTap() {
    if (this.data.giftId) return;
    const chosen = await wx
      .chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
      .catch(() => ({ tempFiles: [] }));
    const file = chosen.tempFiles[0];
    if (!file) return;
    const problem = file.size > mostBytes ? '这张图片超过 1 MB，请换一张小一点的' : '';
    this.setData({ 'problems.picture': problem, ...(problem ? {} : { 'draft.picture': file.tempFilePath }) });
  },
  async onSaveTap() {
    const { draft, giftId } = this.data;
    const problems = draftProblems(draft);
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ saving: true });
    const answer = await send(this).send((requestId) =>
      giftId ? cloud.points.reviseGift({ ...revisionOf(giftId, draft), requestId }) : addGift(draft, requestId),
    );
    this.setData({ saving: false });
    if (answer.ok) {
      if (!giftId) wx.removeStorageSync(draftKey);
      wx.showToast({ title: giftId ? '已保存' : '已上架', icon: 'success', duration: 1500 });
      wx.navigateBack();
      return;
    }
    this.showRefusal(answer);
  },
  /** Beside the field that it is about, as far as it is about one. */
  showRefusal(answer: Extract<Answer<ShelfGift>, { ok: false }>) {
    const text = refusalText(answer);
    const named = answer.code === 'gift_picture_unusable' ? ['pictureFileId'] : (answer.fields ?? []);
    const about = named.flatMap((field) => fieldOfInput[field] ?? []);
    this.setData({ problem: text, problems: Object.fromEntries(about.map((field) => [field, text])) });
  },
});
