import type { CourseFigures, QuestionFigures } from '../../../../../shared/training/figures';

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part * 100) / whole));

/** A good question parts those who know from those who do not; below a tenth, or against them, something is wrong. */
function separationInWords(discrimination: number | null): string {
  if (discrimination === null) return '';
  const value = `（区分度 ${(discrimination / 100).toFixed(2)}）`;
  if (discrimination < 0) return `会的人反而答错，请检查答案${value}`;
  if (discrimination < 10) return `分不出会不会，看看题目是否有歧义${value}`;
  return discrimination < 30 ? `区分一般${value}` : `能分出会不会${value}`;
}

function questionFace({ questionId, text, asked, rightPercent, discrimination }: QuestionFigures) {
  const hardness = rightPercent < 40 ? '难' : rightPercent > 90 ? '很容易' : '适中';
  const words = separationInWords(discrimination);
  return {
    ...{ questionId, text, rightPercent, isDoubtful: discrimination !== null && discrimination < 10 },
    said: [`${asked} 人答过`, hardness, words].filter(Boolean).join(' · '),
  };
}

function sessionsFace({ sessions, feedback, results }: NonNullable<CourseFigures['sessions']>) {
  const tiles = [
    ...(feedback ? [{ figure: `${feedback.courseAverage}`, words: '课程（5 星）' }] : []),
    ...(feedback ? [{ figure: `${feedback.trainerAverage}`, words: '讲师（5 星）' }] : []),
    ...(results ? [{ figure: `${results.passedPercent}%`, words: '通过' }] : []),
    ...(results?.averageScore != null ? [{ figure: `${results.averageScore}`, words: '平均成绩' }] : []),
  ];
  const said = [
    `最近 ${sessions} 个班次`,
    feedback ? `${feedback.answers} 份反馈` : '反馈不到五份',
    results ? `${results.people} 人有结果` : '有结果的不到五人',
  ];
  return { tiles, said: `${said.join('，')}。` };
}

/** Everything that the page shows of a course's figures. */
export function figuresFace({ title, completion, stops, exam, questions, feedback, sessions }: CourseFigures) {
  const { learners = 0, assigned = 0, learning = 0, passed = 0 } = completion ?? {};
  return {
    title,
    completion: completion && {
      ...{ learners, passedPercent: share(passed, learners) },
      states: [
        { state: '已通过', count: passed, width: share(passed, learners) },
        { state: '在学', count: learning, width: share(learning, learners) },
        { state: '还没开始', count: assigned, width: share(assigned, learners) },
      ],
    },
    stops: stops && {
      learners: stops.learners,
      places: stops.places.map(({ lessonId, title: place, learners: here }) => ({
        ...{ key: lessonId ?? 'exam', place, here, width: share(here, stops.learners) },
      })),
    },
    exam,
    feedback: feedback && { ...feedback, words: feedback.words.map((words, key) => ({ key, words })) },
    sessions: sessions && sessionsFace(sessions),
    questions: questions.map(questionFace),
  };
}
