import { personIdOf } from '../cloudfunctions/people/documents';
import { type CorePosts, type StoredSuggestion, suggestionIdOf } from '../cloudfunctions/suggestions/documents';
import { newSuggestion, placeOf } from '../cloudfunctions/suggestions/rules/suggestion';
import { countedWith, supportShares } from '../cloudfunctions/suggestions/rules/support-shares';
import { addDays, dayOf, instant, minutesAfter } from '../shared/kernel/day';
import type { Day } from '../shared/kernel/scalar';
import type { SuggestionState, SuggestionTopic } from '../shared/suggestions/suggestion';
import { type Figure, figures } from './company';

const dayMinutes = 24 * 60;

function figureOf(name: string): Figure {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`nobody is called ${name}`);
  return figure;
}
const idOf = (name: string) => personIdOf(figureOf(name).employeeNumber);

/** Posts that HR of 云杉科技 calls core. */
const corePositions = ['研发经理', '前端工程师', '后端工程师', '品牌策划', '客户顾问'];

type Key = 'remote' | 'meeting-rooms' | 'water' | 'lunch' | 'weekly';

/** A suggestion of the story; days count back from the day the seeds are made. */
interface ToldSuggestion {
  key: Key;
  by: string;
  isNamed: boolean;
  topic: SuggestionTopic;
  title: string;
  text: string;
  daysAgo: number;
  supporters: string[];
  state: SuggestionState;
  answers: { kind: 'considered' | 'adopted' | 'declined' | 'done'; words: string; daysAgo: number }[];
}

const story: ToldSuggestion[] = [
  {
    ...{ key: 'remote', by: '林晓', isNamed: true, topic: 'flexibility', state: 'considered' },
    title: '每周两天可以远程办公',
    text: '写代码需要整块的时间，通勤来回要两个多小时。希望周二、周四可以在家办公，日会照开，有事随时能找到人。',
    daysAgo: 16,
    supporters: ['陈一诺', '王磊', '顾怀远', '唐思远', '赵启明', '马会敏'],
    answers: [
      {
        kind: 'considered',
        words: '先在研发部和市场部听各位主管的想法，再看客户交付会不会受影响。月底给结论。',
        daysAgo: 6,
      },
    ],
  },
  {
    ...{ key: 'meeting-rooms', by: '赵启明', isNamed: true, topic: 'process', state: 'adopted' },
    title: '会议室预约加提醒',
    text: '常常订了不用，别人又订不到。希望开始前十分钟提醒一次，十分钟没人来就放出来。',
    daysAgo: 58,
    supporters: ['林晓', '陈一诺', '钱惠', '马会敏'],
    answers: [
      { kind: 'adopted', words: '采纳。行政和信息技术部一起改，下个月上线。', daysAgo: 45 },
      { kind: 'done', words: '提醒和自动释放都上线了，空订从每天 11 次降到 2 次。', daysAgo: 20 },
    ],
  },
  {
    ...{ key: 'water', by: '唐思远', isNamed: true, topic: 'office', state: 'open', answers: [] },
    title: '成都办公室加一台饮水机',
    text: '十二个人共用一台，下午常常没有热水。',
    daysAgo: 11,
    supporters: ['李蓉'],
  },
  {
    ...{ key: 'lunch', by: '马会敏', isNamed: false, topic: 'flexibility', state: 'open', answers: [] },
    title: '午休延长到一个半小时',
    text: '附近吃饭要排队，一小时太赶。下班相应晚半小时就好。',
    daysAgo: 3,
    supporters: ['林晓', '钱惠'],
  },
  {
    ...{ key: 'weekly', by: '王磊', isNamed: false, topic: 'process', state: 'declined' },
    title: '取消周报',
    text: '日会已经说过一遍，周五再写一遍是重复劳动。',
    daysAgo: 34,
    supporters: ['林晓'],
    answers: [
      {
        kind: 'declined',
        words: '暂不取消：成都的同事靠周报了解总部的进展。我们把模板缩到三行，五分钟能写完。',
        daysAgo: 27,
      },
    ],
  },
];

const seededRequest = (key: Key) => `seed-suggestion-${key}`;
const toldOf = (key: Key) => story.find((one) => one.key === key);

/** The suggestion of the story. */
export const seededSuggestionId = (key: Key) => suggestionIdOf(idOf(toldOf(key)?.by ?? ''), seededRequest(key));

/** Support by group on the day HR took it up, by the context's own rules. */
function sharesOn(on: Day, supporters: readonly string[]) {
  const here = figures.filter(({ status }) => !['preboarding', 'left', 'alumni'].includes(status));
  const colleagues = here.map(({ employeeNumber, departmentName, position }) => ({
    ...{ personId: personIdOf(employeeNumber), departmentName, position },
  }));
  return supportShares(countedWith([], colleagues, new Set(supporters), new Set(corePositions)), on);
}

function tell(told: ToldSuggestion, now: Date): StoredSuggestion {
  const { key, by, daysAgo, supporters, state, answers, ...draft } = told;
  const ago = (days: number) => new Date(minutesAfter(now, -days * dayMinutes));
  const [author, madeAt] = [figureOf(by), ago(daysAgo)];
  const facts = { isDoubtful: false, requestId: seededRequest(key), at: instant(madeAt), today: dayOf(madeAt) };
  const made = newSuggestion(seededSuggestionId(key), { ...author, personId: idOf(by) }, draft, facts);
  const supporterIds = supporters.map(idOf);
  const [first] = answers;
  const answerBy = state === 'considered' ? addDays(dayOf(now), 9) : state === 'open' ? made.answerBy : null;
  return {
    ...{ ...made, ...placeOf(made._id, state, answerBy), supporters: supporterIds, duties: [], dutiesSince: null },
    shares: first ? sharesOn(dayOf(ago(first.daysAgo)), supporterIds) : null,
    answers: answers.map(({ kind, words, daysAgo: saidDaysAgo }, index) => ({
      ...{ kind, words, byName: '周岚', byId: idOf('周岚'), at: instant(ago(saidDaysAgo)) },
      requestId: `seed-answer-${key}-${index}`,
    })),
  };
}

/** What the suggestions context has stored by now. */
export function suggestionsDocuments(now: Date): { suggestions: StoredSuggestion[]; suggestionSettings: CorePosts[] } {
  return {
    suggestions: story.map((told) => tell(told, now)),
    suggestionSettings: [{ _id: 'corePosts', positions: corePositions }],
  };
}
