import type { CourseFigures } from '../../../shared/training/figures';

export const figuresHeadings = ['统计', '项目', '人数', '百分比', '区分度'];

type Row = (string | number)[];
const share = (part: number, whole: number) => Math.round((part * 100) / whole);

/** The figures of a course as rows: who is how far, where people stand, the exam, its questions. */
export function figuresRows({ completion, stops, exam, questions }: CourseFigures): Row[] {
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
  return [...far, ...places, ...sat, ...asked];
}
