import type { ReasonList } from '../../../../../shared/exit/reasons';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, todayOf } from '../../../../wording/day';

/** Stays on this phone until it is handed in; nobody else can know of it. */
const draftKey = 'draft.resignation';
interface Draft {
  wishedLastDay: string;
  groupId: string;
  reasonId: string;
  words: string;
  note: string;
}
const empty: Draft = { wishedLastDay: '', groupId: '', reasonId: '', words: '', note: '' };

const submit = perPage(() => new Intent());
type FieldChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'words' | 'note' }>;
type IdTap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

interface Reason {
  _id: string;
  words: string;
}

function offered({ groups }: ReasonList) {
  return groups
    .filter(({ isOffered }) => isOffered)
    .map(({ _id, words, reasons }) => ({ _id, words, reasons: reasons.filter((reason) => reason.isOffered) }));
}

Page({
  data: {
    frame: loading,
    draft: empty,
    today: '',
    legal: '',
    legalDay: '',
    groups: [] as ReturnType<typeof offered>,
    reasons: [] as Reason[],
    wished: '',
    asking: false,
    busy: false,
    problem: '',
  },

  onLoad() {
    wx.hideShareMenu({});
    const kept = wx.getStorageSync(draftKey) as Draft | '';
    this.setData({ today: todayOf(new Date()), draft: { ...empty, ...(kept || {}) } });
    this.readAll();
  },
  async readAll() {
    const [guide, reasons, mine] = await Promise.all([
      cloud.offboarding.readGuide({}),
      cloud.exit.listExitReasons({}),
      cloud.offboarding.readMyLeaving({}),
    ]);
    // Whoever has handed a letter in wants to see where it is, not to write another one.
    const state = mine.ok ? mine.data.leaving?.state : undefined;
    if (state === 'submitted' || state === 'acknowledged') return this.openMine();
    await fillFrame(this, {
      keepAs: null,
      // Without the list of reasons a letter can be written all the same.
      ask: async () => guide,
      show: ({ dates }) => {
        const legalDay = dates.earliestLastDay ?? '';
        this.setData({ legalDay, legal: legalDay && dayInWords(legalDay, this.data.today) });
      },
    });
    this.setData({ groups: reasons.ok ? offered(reasons.data) : [] });
    this.showDraft(this.data.draft);
  },
  openMine() {
    wx.redirectTo({ url: '/packages/offboarding/pages/my-leaving/my-leaving' });
  },
  showDraft(draft: Draft) {
    const reasons = this.data.groups.find(({ _id }) => _id === draft.groupId)?.reasons ?? [];
    const wished = draft.wishedLastDay && dayInWords(draft.wishedLastDay, this.data.today);
    this.setData({ draft, reasons, wished, problem: '' });
  },
  keep(change: Partial<Draft>) {
    const draft = { ...this.data.draft, ...change };
    wx.setStorageSync(draftKey, draft);
    this.showDraft(draft);
  },
  onRetryTap() {
    this.readAll();
  },

  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.keep({ wishedLastDay: detail.value });
  },
  onLegalTap() {
    this.keep({ wishedLastDay: '' });
  },
  onGroupTap({ currentTarget }: IdTap) {
    this.keep({ groupId: currentTarget.dataset.id, reasonId: '' });
  },
  onReasonTap({ currentTarget }: IdTap) {
    this.keep({ reasonId: currentTarget.dataset.id });
  },
  onFieldChange({ currentTarget, detail }: FieldChange) {
    this.keep({ [currentTarget.dataset.name]: detail.value });
  },
  onForgetTap() {
    wx.removeStorageSync(draftKey);
    this.showDraft(empty);
  },

  onSubmitTap() {
    this.setData({ asking: true, problem: '' });
  },
  onDismiss() {
    this.setData({ asking: false });
  },
  async onSubmitConfirm() {
    const { wishedLastDay, reasonId, words, note } = this.data.draft;
    const said = { wishedLastDay: wishedLastDay || null, reasonId: reasonId || null, words, note };
    this.setData({ busy: true, problem: '' });
    const answer = await submit(this).send((requestId) => cloud.offboarding.submitResignation({ ...said, requestId }));
    this.setData({ busy: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    wx.removeStorageSync(draftKey);
    this.openMine();
  },
});
