import type { Guide, GuideSection } from '../../../../../shared/offboarding/guide';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';
import { dayInWords, todayOf } from '../../../../wording/day';

const change = perPage(() => new Intent());
type FieldChange = WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number; name: 'title' | 'text' }>;
type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

const mostSections = 12;

Page({
  data: {
    frame: loading,
    version: 0,
    sections: [] as GuideSection[],
    noticeDays: 0,
    earliest: '',
    papers: '',
    mayChange: false,
    mayResign: false,
    isLeaving: false,
    /** A letter is with HR, which does not yet change what somebody may do. */
    isHandedIn: false,
    editing: false,
    draft: [] as (GuideSection & { key: string })[],
    saving: false,
    problem: '',
    mostSections,
  },

  onLoad() {
    wx.hideShareMenu({});
    onMeChange(this, (me) => this.showMe(me));
  },
  onUnload() {
    offMeChange(this);
  },
  onShow() {
    this.showMe(currentMe());
    this.readGuide();
    this.readMine();
  },
  showMe({ roles }: Me) {
    const isLeaving = roles.includes('leaving') || roles.includes('alumnus');
    this.setData({ mayChange: roles.includes('hr'), isLeaving, mayResign: roles.includes('employee') && !isLeaving });
  },
  async readGuide() {
    // Not kept on the phone: whoever looks over a shoulder must not find that it was read.
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.offboarding.readGuide({}),
      show: (guide) => this.showGuide(guide),
    });
  },
  /** Without it a letter that was handed in could not be found, and not be taken back. */
  async readMine() {
    const answer = await cloud.offboarding.readMyLeaving({});
    if (answer.ok) this.setData({ isHandedIn: answer.data.leaving?.state === 'submitted' });
  },
  showGuide({ version, sections, dates }: Guide) {
    const today = todayOf(new Date());
    const { noticeDays, earliestLastDay, papersUntil } = dates;
    this.setData({
      ...{ version, sections, noticeDays: noticeDays ?? 0 },
      earliest: earliestLastDay === null ? '' : dayInWords(earliestLastDay, today),
      papers: papersUntil === null ? '' : dayInWords(papersUntil, today),
    });
  },
  onRetryTap() {
    this.readGuide();
  },

  onResignTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/resign/resign' });
  },
  onMineTap() {
    wx.navigateTo({ url: '/packages/offboarding/pages/my-leaving/my-leaving' });
  },

  onEditTap() {
    const draft = this.data.sections.map((section) => ({ ...section, key: newRequestId() }));
    this.setData({ editing: true, draft, problem: '' });
  },
  onCancelTap() {
    this.setData({ editing: false, problem: '' });
  },
  onFieldChange({ currentTarget, detail }: FieldChange) {
    const { index, name } = currentTarget.dataset;
    this.setData({ [`draft[${index}].${name}`]: detail.value, problem: '' });
  },
  onAddTap() {
    const { draft } = this.data;
    if (draft.length >= mostSections) return;
    this.setData({ draft: [...draft, { key: newRequestId(), title: '', text: '' }] });
  },
  onRemoveTap({ currentTarget }: IndexTap) {
    this.setData({ draft: this.data.draft.filter((_, index) => index !== currentTarget.dataset.index) });
  },
  async onSaveTap() {
    const { draft, version } = this.data;
    const sections = draft.map(({ title, text }) => ({ title: title.trim(), text: text.trim() }));
    if (sections.length === 0 || sections.some(({ title, text }) => !title || !text)) {
      this.setData({ problem: '每一段都要有标题和内容，不要的可以删掉。' });
      return;
    }
    this.setData({ saving: true, problem: '' });
    const answer = await change(this).send((requestId) =>
      cloud.offboarding.changeGuide({ sections, seenVersion: version, requestId }),
    );
    this.setData({ saving: false, problem: answer.ok ? '' : refusalText(answer) });
    if (!answer.ok) return;
    this.setData({ editing: false });
    this.showGuide(answer.data);
    wx.showToast({ title: '已保存', icon: 'success', duration: 1500 });
  },
});
