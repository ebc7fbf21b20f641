import type { Answer } from '../../../../../shared/kernel/contract';
import type { Me } from '../../../../../shared/people/model';
import type { ShelfGift } from '../../../../../shared/points/model';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { uploadFile } from '../../../../cloud/upload';
import { type DraftField, draftProblems, emptyDraft, fieldOfInput, type GiftDraft, giftOf } from './gift-draft';

const draftKey = 'draft.gift';
const mostBytes = 1_000_000;
const add = perPage(() => new Intent());

const fields = [
  { name: 'name', label: '名称', suffix: '', placeholder: '例如：保温杯', type: 'text', maxlength: 40 },
  { name: 'cost', label: '价格', suffix: '积分', placeholder: '例如：120', type: 'number', maxlength: 7 },
  { name: 'stock', label: '库存', suffix: '件', placeholder: '例如：20', type: 'number', maxlength: 6 },
  { name: 'limit', label: '每人限兑', suffix: '件', placeholder: '不填就是不限', type: 'number', maxlength: 4 },
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
    draft: emptyDraft,
    problems: {} as Partial<Record<DraftField, string>>,
    problem: '',
    saving: false,
    mayAdd: false,
  },

  onLoad() {
    wx.hideShareMenu({});
    const kept = wx.getStorageSync(draftKey) as GiftDraft | '';
    this.setData({ draft: kept || emptyDraft });
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },
  showMe({ roles }: Me) {
    this.setData({ mayAdd: roles.includes('hr') });
  },

  onFieldChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: DraftField }>) {
    const { name } = currentTarget.dataset;
    this.setData({ [`draft.${name}`]: detail.value, [`problems.${name}`]: '', problem: '' });
    wx.setStorageSync(draftKey, { ...this.data.draft, picture: '' });
  },
  async onPictureTap() {
    const chosen = await wx
      .chooseMedia({ count: 1, mediaType: ['image'], sizeType: ['compressed'] })
      .catch(() => ({ tempFiles: [] }));
    const file = chosen.tempFiles[0];
    if (!file) return;
    const problem = file.size > mostBytes ? '这张图片超过 1 MB，请换一张小一点的' : '';
    this.setData({ 'problems.picture': problem, ...(problem ? {} : { 'draft.picture': file.tempFilePath }) });
  },
  async onAddTap() {
    const { draft } = this.data;
    const problems = draftProblems(draft);
    this.setData({ problems, problem: Object.keys(problems).length > 0 ? '有几处需要改一下。' : '' });
    if (Object.keys(problems).length > 0) return;
    this.setData({ saving: true });
    const answer = await add(this).send((requestId) => addGift(draft, requestId));
    this.setData({ saving: false });
    if (answer.ok) {
      wx.removeStorageSync(draftKey);
      wx.showToast({ title: '已上架', icon: 'success', duration: 1500 });
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
