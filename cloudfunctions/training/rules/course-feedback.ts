import {
  type CourseFeedback,
  type FeedbackFigures,
  mostFigured,
  smallestGroup,
} from '../../../shared/training/course-feedback';

const averageOf = (stars: readonly number[]) =>
  Math.round((stars.reduce((sum, one) => sum + one, 0) / stars.length) * 10) / 10;

/** What learners said together; null while so few have that each could be recognised. */
export function feedbackFigures(given: readonly CourseFeedback[]): FeedbackFigures | null {
  if (given.length < smallestGroup) return null;
  return {
    answers: given.length,
    usefulAverage: averageOf(given.map(({ useful }) => useful)),
    clearAverage: averageOf(given.map(({ clear }) => clear)),
    // Sorted by themselves: the order in which they came would tell who came when.
    words: given
      .flatMap(({ words }) => (words ? [words] : []))
      .slice(0, mostFigured.words)
      .sort(),
  };
}

export const feedbackView = ({ useful, clear, words }: CourseFeedback): CourseFeedback => ({ useful, clear, words });
