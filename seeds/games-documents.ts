import { type StoredQuiz, type StoredTry, tryIdOf } from '../cloudfunctions/games/documents';
import { countedWith, outcomeOf } from '../cloudfunctions/games/rules/outcome';
import { judgedTry, newDraft, publication, rightPlace } from '../cloudfunctions/games/rules/quiz';
import { quizTaskOf } from '../cloudfunctions/games/tell';
import { personIdOf } from '../cloudfunctions/people/documents';
import { colleagueStatuses } from '../cloudfunctions/people/rules/works-here';
import { taskIdOf } from '../cloudfunctions/today/entry-id';
import { openSortOfTask, type TaskEntry } from '../cloudfunctions/today/rules/entry';
import type { QuizContent, QuizQuestion } from '../shared/games/quiz';
import { minutesAfter } from '../shared/kernel/day';
import { figures } from './company';
import { onTheHalfHour } from './on-the-half-hour';

export interface GamesDocuments {
  festivalQuizzes: StoredQuiz[];
  quizTries: StoredTry[];
}

type Key = 'solstice' | 'founding' | 'new-year';
const dayMinutes = 24 * 60;

/** A quiz of the story. */
export const seededQuizId = (key: Key) => `q-seed-${key}`;

const single = (questionId: string, text: string, options: string[], right: number, explanation: string) =>
  ({ kind: 'single', questionId, text, options, right, explanation }) satisfies QuizQuestion;
const trueFalse = (questionId: string, text: string, right: boolean, explanation: string) =>
  ({ kind: 'trueFalse', questionId, text, right, explanation }) satisfies QuizQuestion;

/** 冬至, open now. */
export const solsticeQuestions: QuizQuestion[] = [
  single(
    's1',
    '冬至这一天，北半球会怎样？',
    ['白天最长', '白天最短', '昼夜一样长', '每年都不一样'],
    1,
    '冬至太阳直射南回归线，北半球白天最短，过了这天一天比一天长。',
  ),
  single(
    's2',
    '“冬至大如年”，北方许多地方这天吃什么？',
    ['粽子', '月饼', '饺子', '青团'],
    2,
    '北方吃饺子，传说和张仲景的“祛寒娇耳汤”有关；南方很多地方吃汤圆。',
  ),
  trueFalse('s3', '“数九”是从冬至开始数的。', true, '从冬至起每九天为一个“九”，数到九九八十一天，春深日暖。'),
  single(
    's4',
    '云杉科技的冬至传统是什么？',
    ['全员加班', '早一小时下班，一起包饺子', '爬山', '抽奖'],
    1,
    '从成立那年起，冬至我们都早一小时下班，在食堂一起包饺子。',
  ),
  single(
    's5',
    '“吃了冬至饭，一天长一线”说的是什么？',
    ['饭要吃长面', '白天一天天变长', '工作变多', '天气变暖'],
    1,
    '一线是古代宫女做针线活的量：白天变长，一天能多绣一线。',
  ),
];

const foundingQuestions: QuizQuestion[] = [
  single(
    'f1',
    '云杉科技的第一间办公室在哪里？',
    ['科技园 3 号楼', '大学城的旧温室', '孵化器地下室', '创始人家里'],
    1,
    '第一年我们在大学城借了一间旧温室，夏天四十度。',
  ),
  single(
    'f2',
    '公司名字里的“云杉”来自哪里？',
    ['一首诗', '第一位客户的林场', '山上的一棵树', '一个游戏'],
    2,
    '团队第一次徒步时，在山上看到一棵四百年的云杉。',
  ),
  trueFalse('f3', '我们的第一个产品是手机游戏。', false, '第一个产品是温室温度计，只有一个按钮。'),
  single(
    'f4',
    '四条价值观里，最早写下的是哪一条？',
    ['互相成就', '追求极致', '坦诚直接', '长期主义'],
    3,
    '“长期主义”写在第一份商业计划书的封面上。',
  ),
  single('f5', '成立第一年一共有几位同事？', ['3 位', '5 位', '8 位', '12 位'], 1, '五个人，一台示波器，两把焊枪。'),
];

const writerId = personIdOf(figures.find(({ name }) => name === '周岚')?.employeeNumber ?? '');

function quizOf(key: Key, content: QuizContent): StoredQuiz {
  return newDraft(seededQuizId(key), content, `seed-quiz-request-${key}`, writerId);
}

/** The open quiz on 今天 of everybody who works here; nobody has handed it in yet. */
export function quizTaskEntries({ festivalQuizzes }: GamesDocuments): TaskEntry[] {
  const quiz = festivalQuizzes.find(({ _id }) => _id === seededQuizId('solstice'));
  const here = figures.filter(({ status }) => colleagueStatuses.includes(status));
  return here.flatMap(({ employeeNumber }): TaskEntry[] => {
    if (!quiz) return [];
    const [personId, task] = [personIdOf(employeeNumber), quizTaskOf(quiz)];
    const { taskId, dueAt } = task;
    const standing = {
      open: true,
      openSort: openSortOfTask(dueAt, taskId),
      sort: taskId,
      remindAt: null,
      purgeAt: null,
    };
    return [{ ...task, ...standing, _id: taskIdOf(personId, taskId), type: 'task', personId, at: quiz.opensAt }];
  });
}

/** How the colleagues who took part in the quiz on the founding did: which questions they had right. */
const foundingTries: Readonly<Record<string, readonly number[]>> = {
  ...{ 陈一诺: [0, 2, 3], 唐思远: [1, 2], 王磊: [0, 2], 马会敏: [2, 3], 赵启明: [0, 1, 2], 钱惠: [2] },
};

/** What the games context has stored by now, by its own rules: one quiz open, one over, one being written. */
export function gamesDocuments(now: Date): GamesDocuments {
  const at = (days: number) => minutesAfter(now, days * dayMinutes);
  const on = (days: number) => onTheHalfHour(at(days));
  const solstice = quizOf('solstice', {
    ...{ title: '冬至你知道多少', festival: '冬至', questions: solsticeQuestions },
    intro: '五道小题，两分钟。答完看看你有没有猜中公司的冬至传统。',
    ...{ opensAt: on(-1), closesAt: on(6) },
    rewards: [
      { fromRight: 1, points: 5 },
      { fromRight: 3, points: 10 },
      { fromRight: 5, points: 20 },
    ],
  });
  const founding = quizOf('founding', {
    ...{ title: '司庆：我们的第一年', festival: '司庆', intro: '', questions: foundingQuestions },
    ...{ opensAt: on(-40), closesAt: on(-33), rewards: [{ fromRight: 4, points: 20 }] },
  });
  const newYear = quizOf('new-year', {
    ...{ title: '元旦猜一猜', festival: '元旦', intro: '', questions: solsticeQuestions.slice(0, 3) },
    ...{ opensAt: on(38), closesAt: on(41), rewards: [{ fromRight: 2, points: 10 }] },
  });
  const tries = Object.entries(foundingTries).map(([name, known]) => {
    const personId = personIdOf(figures.find((figure) => figure.name === name)?.employeeNumber ?? '');
    const picks = foundingQuestions.map((question, index) =>
      known.includes(index) ? rightPlace(question) : 1 - Math.min(rightPlace(question), 1),
    );
    const judged = judgedTry(founding, {
      _id: tryIdOf(founding._id, personId),
      personId,
      picks,
      requestId: `seed-try-of-${personId}`,
      at: at(-36),
    });
    return { ...judged, pendingSince: null };
  });
  const { count, ...published } = publication(founding, at(-41));
  const settled = { announceSince: null, announceCursor: null };
  return {
    festivalQuizzes: [
      { ...solstice, ...publication(solstice, at(-1)), ...settled },
      {
        ...{ ...founding, ...published, ...settled, countSince: null, count: null },
        outcome: outcomeOf(countedWith(count, founding, tries), founding),
      },
      newYear,
    ],
    quizTries: tries,
  };
}
