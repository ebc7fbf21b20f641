import { collection } from '../platform/db';
import type {
  StoredAssignment,
  StoredAttempt,
  StoredCourse,
  StoredLearning,
  StoredLesson,
  StoredPaper,
  StoredPath,
  StoredVersion,
} from './documents';

/** The collections of training; their indexes are declared in function.json. */
export const store = {
  courses: collection<StoredCourse>('courses'),
  versions: collection<StoredVersion>('courseVersions'),
  lessons: collection<StoredLesson>('courseLessons'),
  papers: collection<StoredPaper>('examPapers'),
  learnings: collection<StoredLearning>('learnings'),
  attempts: collection<StoredAttempt>('attempts'),
  paths: collection<StoredPath>('paths'),
  assignments: collection<StoredAssignment>('assignments'),
};
