import type { CourseFigures } from '../../../shared/training/figures';

export const figuresHeadings = ['统计', '项目', '人数', '百分比', '区分度', '平均'];

type Row = (string | number)[];
const share = (part: number, whole: number) => Math.round((part * 100) / whole);

/** The figures of a course as rows: who is how far, where people stand, the exam, its questions. */
export function figuresRows({ completion, stops, exam, questions, feedback, sessions }: CourseFigures): Row[] {
  const stand = (name: string, people: number, of: number): Row => ['完成情况', name, people, share(people, of), ''];
  const far: Row[] = completion
    ? [
        ['完成情况', '全部', completion.learners, 100, ''],
        stand('已通过', completion.passed, completion.learners),
        stand('在学', completion.learning, completion.learners),
        stand('还没开始', completion.assigned, completion.learners),
      ]
    : [];
  const places = (stops?.places ?? []).map(
    ({ title, learners }): Row => ['在学的人停在', title, learners, share(learners, stops?.learners ?? 1), ''],
  );
  const sat: Row[] = exam
    ? [
        ['第一次考试', '一次通过', exam.sat, exam.passedPercent, ''],
        ['第一次考试', '平均分', exam.sat, exam.averagePercent, ''],
      ]
    : [];
  const asked = questions.map(({ text, asked: people, rightPercent, discrimination }): Row => {
    return ['答对的人', text, people, rightPercent, discrimination === null ? '' : discrimination / 100];
  });
  const counted = [...far, ...places, ...sat, ...asked].map((row) => [...row, '']);
  return [...counted, ...feedbackRows(feedback), ...sessionRows(sessions)];
}

const rated = (name: string, item: string, people: number, average: number): Row => [
  name,
  item,
  people,
  '',
  '',
  average,
];

/** Stars are out of five; what people said is a row each. */
function feedbackRows(feedback: CourseFigures['feedback']): Row[] {
  if (!feedback) return [];
  const { answers, usefulAverage, clearAverage, words } = feedback;
  const name = '学员反馈';
  return [
    rated(name, '有用（5 星）', answers, usefulAverage),
    rated(name, '讲得清楚（5 星）', answers, clearAverage),
    ...words.map((said): Row => ['学员的话', said, '', '', '', '']),
  ];
}

function sessionRows(sessions: CourseFigures['sessions']): Row[] {
  const { feedback, results } = sessions ?? {};
  const name = '线下班次';
  return [
    ...(feedback ? [rated(name, '课程（5 星）', feedback.answers, feedback.courseAverage)] : []),
    ...(feedback ? [rated(name, '讲师（5 星）', feedback.answers, feedback.trainerAverage)] : []),
    ...(results ? [[name, '通过', results.people, results.passedPercent, '', ''] satisfies Row] : []),
    ...(results?.averageScore != null ? [rated(name, '成绩（100 分）', results.people, results.averageScore)] : []),
  ];
}
