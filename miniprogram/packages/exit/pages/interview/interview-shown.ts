import type { Interview } from '../../../../../shared/exit/interview';
import type { ReasonList } from '../../../../../shared/exit/reasons';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';
import { kindInWords, likelihoodInWords, outcomeInWords, stateInWords } from '../../wording/exit';

function reasonInWords({ groups }: ReasonList, reasonId: string | null | undefined): string | null {
  for (const group of groups) {
    const reason = group.reasons.find(({ _id }) => _id === reasonId);
    if (reason) return `${group.words} · ${reason.words}`;
  }
  return null;
}

interface Said {
  label: string;
  value: string;
}
const saidOnly = (said: Said[]) => said.filter(({ value }) => value !== '');

function answersOf(form: Interview['form'], reasons: ReasonList): Said[] {
  if (!form) return [];
  const all = form.reasonIds.flatMap((id) => reasonInWords(reasons, id) ?? []);
  return saidOnly([
    { label: '原因', value: all.join('、') },
    { label: '离开的想法', value: form.story },
    { label: '对公司的建议', value: form.suggestions },
    { label: '接下来的打算', value: form.plans },
    { label: '以后愿意回来吗', value: form.wouldReturn ? likelihoodInWords[form.wouldReturn] : '' },
    { label: '愿意推荐公司吗', value: form.wouldRecommend === null ? '' : `${form.wouldRecommend} 分` },
  ]);
}

/** The interview as HR's page shows it. */
export function interviewShown(interview: Interview, reasons: ReasonList) {
  const now = new Date();
  const { personName, departmentName, position, kind, lastDay, state, outcome, scheduledAt, place, form } = interview;
  const { talk, managerView, cancelReason, allowed, interviewerName, invitedAt } = interview;
  const meeting = [place, interviewerName].filter(Boolean).join('，');
  return {
    personName,
    post: [departmentName, position].filter(Boolean).join(' · '),
    when: `${kindInWords[kind]}，最后工作日 ${dayInWords(lastDay, todayOf(now))}`,
    state: outcome ? `${stateInWords[state]} · ${outcomeInWords[outcome]}` : stateInWords[state],
    talkAt: scheduledAt ? `${momentInWords(scheduledAt, now)}${meeting ? `，${meeting}` : ''}` : '',
    cancelReason: cancelReason ?? '',
    ownReason: reasonInWords(reasons, form?.reasonIds[0]) ?? '还没有说',
    managerReason: reasonInWords(reasons, managerView?.reasonId) ?? '还没有写',
    managerWords: managerView?.words ?? '',
    answers: answersOf(form, reasons),
    formWaits: invitedAt ? '已邀请，本人还没有交。草稿只有本人看得到。' : '还没有邀请本人填写。',
    talk: talk
      ? saidOnly([
          { label: '面谈里听到的原因', value: reasonInWords(reasons, talk.reasonId) ?? '' },
          { label: '记录', value: talk.notes },
          { label: '对公司的建议', value: talk.suggestions },
        ])
      : [],
    mayChange: allowed.includes('record'),
    mayInvite: allowed.includes('invite'),
  };
}
