import type { CourseFigures } from '../../../shared/training/figures';
import { figuresHeadings, figuresRows } from './figures-sheet';

const figures: CourseFigures = {
  title: '信息安全入门',
  completion: { learners: 8, assigned: 1, learning: 5, passed: 2 },
  stops: {
    learners: 5,
    places: [
      { lessonId: 'mail', title: '可疑邮件怎么认', learners: 4 },
      { lessonId: null, title: '考试', learners: 1 },
    ],
  },
  exam: { sat: 6, passedPercent: 50, averagePercent: 71 },
  questions: [
    { questionId: 'one', text: '密码几位？', asked: 20, rightPercent: 35, discrimination: -12 },
    { questionId: 'two', text: '谁会问密码？', asked: 6, rightPercent: 90, discrimination: null },
  ],
  feedback: { answers: 5, usefulAverage: 4.2, clearAverage: 3.8, words: ['例子很实用'] },
  sessions: {
    sessions: 1,
    feedback: { answers: 6, courseAverage: 4.5, trainerAverage: 5 },
    results: { people: 8, passedPercent: 75, averageScore: 82 },
  },
};

it('every figure of the page is a row, and each row has a cell for every heading', () => {
  const rows = figuresRows(figures);
  const counted = [
    ['完成情况', '全部', 8, 100, ''],
    ['完成情况', '已通过', 2, 25, ''],
    ['完成情况', '在学', 5, 63, ''],
    ['完成情况', '还没开始', 1, 13, ''],
    ['在学的人停在', '可疑邮件怎么认', 4, 80, ''],
    ['在学的人停在', '考试', 1, 20, ''],
    ['第一次考试', '一次通过', 6, 50, ''],
    ['第一次考试', '平均分', 6, 71, ''],
    ['答对的人', '密码几位？', 20, 35, -0.12],
    ['答对的人', '谁会问密码？', 6, 90, ''],
  ];
  expect(rows).toEqual([
    ...counted.map((row) => [...row, '']),
    ['学员反馈', '有用（5 星）', 5, '', '', 4.2],
    ['学员反馈', '讲得清楚（5 星）', 5, '', '', 3.8],
    ['学员的话', '例子很实用', '', '', '', ''],
    ['线下班次', '课程（5 星）', 6, '', '', 4.5],
    ['线下班次', '讲师（5 星）', 6, '', '', 5],
    ['线下班次', '通过', 8, 75, '', ''],
    ['线下班次', '成绩（100 分）', 8, '', '', 82],
  ]);
  expect(rows.every(({ length }) => length === figuresHeadings.length)).toBe(true);
});

it('what is about fewer than five people has no row', () => {
  expect(
    figuresRows({
      title: '新课',
      completion: null,
      stops: null,
      exam: null,
      questions: [],
      feedback: null,
      sessions: null,
    }),
  ).toEqual([]);
});
