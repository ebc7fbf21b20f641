import type { ExamHindrance } from '../../../../shared/training/learning';

/** Why the exam cannot be begun now, and what to do. */
export function hindranceInWords(hindrance: ExamHindrance | null, waits: string): string {
  switch (hindrance) {
    case 'lessonsOpen':
      return '学完上面所有课时，就可以考试。';
    case 'waiting':
      return `${waits}后可以再考。先看看错题吧。`;
    case 'attemptsUsed':
      return '考试次数已经用完，请联系 HR。';
    case 'passed':
      return '考试已经通过。';
    default:
      return '';
  }
}
