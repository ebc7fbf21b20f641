import { collection } from '../platform/db';
import type { StoredCertificate } from './certificates/stored-certificate';
import type {
  StoredAssignment,
  StoredAttempt,
  StoredCourse,
  StoredLearnerWalk,
  StoredLearning,
  StoredLesson,
  StoredPaper,
  StoredPath,
  StoredVersion,
} from './documents';
import type { StoredSkillConfirmation, StoredSkillFigures, StoredSkillNeeds } from './skills/stored-skills';

/** The collections of training; their indexes are declared in function.json. */
export const store = {
  courses: collection<StoredCourse>('courses'),
  versions: collection<StoredVersion>('courseVersions'),
  lessons: collection<StoredLesson>('courseLessons'),
  papers: collection<StoredPaper>('examPapers'),
  learnings: collection<StoredLearning>('learnings'),
  learnerWalks: collection<StoredLearnerWalk>('learnerWalks'),
  attempts: collection<StoredAttempt>('attempts'),
  paths: collection<StoredPath>('paths'),
  certificates: collection<StoredCertificate>('certificates'),
  assignments: collection<StoredAssignment>('assignments'),
  skillNeeds: collection<StoredSkillNeeds>('skillNeeds'),
  skillConfirmations: collection<StoredSkillConfirmation>('skillConfirmations'),
  skillFigures: collection<StoredSkillFigures>('skillFigures'),
};
