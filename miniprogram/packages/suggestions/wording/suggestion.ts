import type {
  GroupShare,
  Suggestion,
  SuggestionAnswer,
  SuggestionState,
  SuggestionTopic,
} from '../../../../shared/suggestions/suggestion';
import { dayInWords, momentInWords, todayOf } from '../../../wording/day';
import { figure } from '../../../wording/figure';

export const topicInWords: Record<SuggestionTopic, string> = {
  flexibility: '弹性与休假',
  reward: '薪酬福利',
  growth: '学习与发展',
  process: '制度与流程',
  office: '办公环境',
  culture: '团队与文化',
  other: '其他',
};

const stateInWords: Record<SuggestionState, string> = {
  inReview: '等 HR 看过',
  open: '等待答复',
  considered: '研究中',
  adopted: '已采纳',
  declined: '没有采纳',
  takenDown: '没有展示',
  withdrawn: '已撤回',
};

const answerInWords: Record<SuggestionAnswer['kind'], string> = {
  considered: '开始研究',
  adopted: '采纳',
  declined: '没有采纳',
  done: '我们做了',
};

/** By when HR says something, or how long that day is over. */
function dueInWords({ answerBy, lateDays, state }: Suggestion, now: Date): string {
  if (answerBy === null) return '';
  const what = state === 'considered' ? '给结论' : '答复';
  return lateDays > 0 ? `${what}已超过 ${lateDays} 天` : `${dayInWords(answerBy, todayOf(now))}前${what}`;
}

/** How a suggestion stands in a list, and at the head of its page. */
export interface SuggestionLine {
  _id: string;
  title: string;
  text: string;
  topic: string;
  state: string;
  tone: 'warm' | 'brand' | 'plain';
  by: string;
  due: string;
  isLate: boolean;
  supporters: string;
  /** The last thing HR said. */
  said: string;
  saidHead: string;
}

const toneOf = (state: SuggestionState) => {
  if (state === 'adopted') return 'warm';
  return state === 'open' || state === 'considered' ? 'brand' : 'plain';
};

export function suggestionLine(suggestion: Suggestion, now: Date): SuggestionLine {
  const { _id, title, text, topic, state, author, isMine, supporters, lateDays, answers } = suggestion;
  const last = answers[answers.length - 1];
  const name = author === null ? '一位同事' : author.name;
  return {
    ...{ _id, title, text, topic: topicInWords[topic], state: stateInWords[state], tone: toneOf(state) },
    by: isMine ? '我' : name,
    ...{ due: dueInWords(suggestion, now), isLate: lateDays > 0 },
    supporters: supporters > 0 ? `${figure(supporters)} 人支持` : '还没有人支持',
    ...{ said: last?.words ?? '', saidHead: last ? answerInWords[last.kind] : '' },
  };
}

function groupInWords({ kind, name }: GroupShare): string {
  if (kind === 'department') return name;
  return { company: '全公司', core: '核心岗位', rest: '其他部门' }[kind];
}

/** Everything that the page shows of a suggestion. */
export function suggestionFace(suggestion: Suggestion, now: Date) {
  const { author, shares, answers, may, at, isMine, isSupportedByMe, takenDownReason } = suggestion;
  const today = todayOf(now);
  return {
    ...suggestionLine(suggestion, now),
    ...{ isMine, isSupportedByMe, takenDownReason: takenDownReason ?? '', at: momentInWords(at, now) },
    author: author === null ? '一位同事（不具名）' : [author.name, author.place].filter(Boolean).join(' · '),
    answers: answers.map(({ kind, words, byName, at: saidAt }) => ({
      ...{ key: `${kind}.${saidAt}`, head: answerInWords[kind], words, isWarm: kind === 'adopted' || kind === 'done' },
      by: `${byName} · ${momentInWords(saidAt, now)}`,
    })),
    sharesOn: shares ? dayInWords(shares.on, today) : '',
    shares: (shares?.groups ?? []).map((group) => ({
      ...{ name: groupInWords(group), people: `${figure(group.people)} 人`, percent: group.percent },
    })),
    may: Object.fromEntries(may.map((step) => [step, true])),
  };
}
