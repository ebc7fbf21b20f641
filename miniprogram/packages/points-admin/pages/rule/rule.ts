import type { Answer } from '../../../../../shared/kernel/contract';
import type { PointRule, RuleKey } from '../../../../../shared/points/rules';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dayInWords, todayOf } from '../../../../wording/day';
import { audienceInWords, termsInWords } from '../../wording/terms';
import { type DraftField, draftOf, draftProblems, type TermsDraft, termsOf } from './terms-draft';

const intents = perPage(() => ({ change: new Intent(), trial: new Intent() }));

const fields = [
  { name: 'title', label: '名称', suffix: '', placeholder: '流水上显示的名字', type: 'text', maxlength: 20 },
  { name: 'points', label: '每次', suffix: '积分', placeholder: '0 表示停用', type: 'number', maxlength: 5 },
  { name: 'dailyTimes', label: '每天最多', suffix: '次', placeholder: '不填就是不限', type: 'number', maxlength: 4 },
  {
    name: 'monthlyPoints',
    label: '每月最多',
    suffix: '积分',
    placeholder: '不填就是不限',
    type: 'number',
    maxlength: 7,
  },
  {
    name: 'coolDownMinutes',
    label: '两次间隔',
    suffix: '分钟',
    placeholder: '不填就是不用等',
    type: 'number',
    maxlength: 5,
  },
];

function versionLine(rule: PointRule, today: string) {
  const since = rule.version === 0 ? '默认' : `${dayInWords(rule.effectiveOn, today)}起`;
  return { version: rule.version, since, terms: termsInWords(rule), reason: rule.reason ?? '' };
}

Page({
  data: {
    frame: loading,
    key: 'checkIn' as RuleKey,
    rule: null as PointRule | null,
    audience: '',
    versions: [] as ReturnType<typeof versionLine>[],
    /** The latest version that HR sees here; a change is based on it. */
    basedOn: 0,
    earliestOn: '',
    effectiveOn: '',
    effectiveInWords: '',
    fields,
    draft: {} as TermsDraft,
    problems: {} as Partial<Record<DraftField, string>>,
    problem: '',
    sheet: false,
    sheetProblem: '',
    busy: false,
    trying: false,
  },

  onLoad({ key = 'checkIn' }: { key?: RuleKey }) {
    wx.hideShareMenu({});
    this.setData({ key });
    this.readRule();
  },

  async readRule() {
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.points.listRules({}),
      show: ({ rules, earliestOn }) => {
        const found = rules.find(({ current }) => current.key === this.data.key);
        if (!found) return;
        const { current, versions } = found;
        const today = todayOf(new Date());
        wx.setNavigationBarTitle({ title: current.title });
        this.setData({
          rule: current,
          audience: audienceInWords(current.audience),
          versions: versions.map((version) => versionLine(version, today)),
          basedOn: Math.max(...versions.map(({ version }) => version)),
          earliestOn,
          effectiveOn: earliestOn,
          effectiveInWords: dayInWords(earliestOn, today),
          draft: draftOf(current),
        });
      },
    });
  },
  onRetryTap() {
    this.readRule();
  },
  onFieldChange({
    currentTarget,
    detail,
  }: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: DraftField }>) {
    const { name } = currentTarget.dataset;
    this.setData({ [`draft.${name}`]: detail.value, [`problems.${name}`]: '', problem: '', sheetProblem: '' });
  },
  onDayChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ effectiveOn: detail.value, effectiveInWords: dayInWords(detail.value, todayOf(new Date())) });
  },

  /** False when something has to be put right first; the fields say what. */
  isDraftRight(): boolean {
    const problems = draftProblems(this.data.draft);
    const right = Object.keys(problems).length === 0;
    this.setData({ problems, problem: right ? '' : '有几处需要改一下。' });
    return right;
  },
  async onTrialTap() {
    const { rule, draft, key } = this.data;
    if (!rule || !this.isDraftRight()) return;
    this.setData({ trying: true });
    const terms = termsOf(draft, rule.audience);
    const answer = await intents(this).trial.send((requestId) => cloud.points.tryRule({ key, terms, requestId }));
    this.setData({ trying: false, problem: answer.ok ? '' : refusalText(answer) });
    if (answer.ok) wx.navigateTo({ url: `/packages/points-admin/pages/rule-trial/rule-trial?id=${answer.data._id}` });
  },
  onChangeTap() {
    if (this.isDraftRight()) this.setData({ sheet: true, sheetProblem: '' });
  },
  onDismiss() {
    this.setData({ sheet: false });
  },
  async onChangeConfirm() {
    const { rule, draft, key, basedOn, effectiveOn } = this.data;
    const reason = draft.reason.trim();
    if (!rule) return;
    if (!reason) {
      this.setData({ sheetProblem: '请写一句原因，以后翻看每个版本时会看到。' });
      return;
    }
    this.setData({ busy: true, sheetProblem: '' });
    const terms = termsOf(draft, rule.audience);
    const answer = await intents(this).change.send((requestId) =>
      cloud.points.changeRule({ key, basedOn, terms, effectiveOn, reason, requestId }),
    );
    this.setData({ busy: false });
    await this.showAnswer(answer);
  },
  async showAnswer(answer: Answer<PointRule>) {
    if (!answer.ok) {
      this.setData({ sheetProblem: refusalText(answer) });
      return;
    }
    this.setData({ sheet: false });
    wx.showToast({ title: '已记下，到日子生效', icon: 'success', duration: 1500 });
    await this.readRule();
  },
});
