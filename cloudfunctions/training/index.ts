import { training } from '../../shared/training/contract';
import { serve } from '../platform/serve';
import { answerQuiz } from './handlers/answer-quiz';
import { arrangeCourse } from './handlers/arrange-course';
import { assignTraining } from './handlers/assign-training';
import { changeCourse } from './handlers/change-course';
import { changeSkillNeeds } from './handlers/change-skill-needs';
import { confirmSkill } from './handlers/confirm-skill';
import { createCourse } from './handlers/create-course';
import { enrol } from './handlers/enrol';
import { exportCourseFigures } from './handlers/export-course-figures';
import { finishLesson } from './handlers/finish-lesson';
import { giveCourseFeedback } from './handlers/give-course-feedback';
import { importQuestions } from './handlers/import-questions';
import { issueCertificate } from './handlers/issue-certificate';
import { listAssigned } from './handlers/list-assigned';
import { listAssignments } from './handlers/list-assignments';
import { listAuthored } from './handlers/list-authored';
import { listCertificates } from './handlers/list-certificates';
import { listCourses } from './handlers/list-courses';
import { listEntrusted } from './handlers/list-entrusted';
import { listLearners } from './handlers/list-learners';
import { listMyCertificates } from './handlers/list-my-certificates';
import { listPaths } from './handlers/list-paths';
import { listPrerequisites } from './handlers/list-prerequisites';
import { listTeamSkills } from './handlers/list-team-skills';
import { openLesson } from './handlers/open-lesson';
import { previewExam } from './handlers/preview-exam';
import { previewLesson } from './handlers/preview-lesson';
import { previewQuestionImport } from './handlers/preview-question-import';
import { publishCourse } from './handlers/publish-course';
import { readAttempt } from './handlers/read-attempt';
import { readCourse } from './handlers/read-course';
import { readCourseFigures } from './handlers/read-course-figures';
import { readDraft } from './handlers/read-draft';
import { readDraftLesson } from './handlers/read-draft-lesson';
import { readDraftPicture } from './handlers/read-draft-picture';
import { readGrowth } from './handlers/read-growth';
import { readLearnt } from './handlers/read-learnt';
import { readMySkills } from './handlers/read-my-skills';
import { readOffered } from './handlers/read-offered';
import { readPersonSkills } from './handlers/read-person-skills';
import { readQuestionTemplate } from './handlers/read-question-template';
import { readRenewal } from './handlers/read-renewal';
import { readRenewedLesson } from './handlers/read-renewed-lesson';
import { readRequired } from './handlers/read-required';
import { readSharedGoal } from './handlers/read-shared-goal';
import { readSkillHeat } from './handlers/read-skill-heat';
import { readSkillNeeds } from './handlers/read-skill-needs';
import { readStanding } from './handlers/read-standing';
import { recomputeProgress } from './handlers/recompute-progress';
import { removeQuestion } from './handlers/remove-question';
import { retireCourse } from './handlers/retire-course';
import { revokeCertificate } from './handlers/revoke-certificate';
import { saveAnswer } from './handlers/save-answer';
import { startCourse } from './handlers/start-course';
import { startExam } from './handlers/start-exam';
import { submitExam } from './handlers/submit-exam';
import { takeBackAssignment } from './handlers/take-back-assignment';
import { takeBackTraining } from './handlers/take-back-training';
import { takeSessionPassed } from './handlers/take-session-passed';
import { verifyCertificate } from './handlers/verify-certificate';
import { writeLesson } from './handlers/write-lesson';
import { writePath } from './handlers/write-path';
import { writeQuestion } from './handlers/write-question';
import { minute } from './jobs/minute';

const handlers = {
  answerQuiz,
  arrangeCourse,
  assignTraining,
  changeCourse,
  createCourse,
  enrol,
  exportCourseFigures,
  finishLesson,
  giveCourseFeedback,
  importQuestions,
  listAssigned,
  listAssignments,
  takeBackAssignment,
  takeBackTraining,
  listAuthored,
  listCourses,
  listEntrusted,
  listLearners,
  listPaths,
  listPrerequisites,
  openLesson,
  readRenewal,
  readRenewedLesson,
  previewExam,
  previewLesson,
  previewQuestionImport,
  publishCourse,
  readAttempt,
  readCourse,
  readCourseFigures,
  readDraftLesson,
  readDraft,
  readDraftPicture,
  readGrowth,
  readLearnt,
  readQuestionTemplate,
  readSharedGoal,
  readStanding,
  recomputeProgress,
  removeQuestion,
  retireCourse,
  saveAnswer,
  startCourse,
  startExam,
  submitExam,
  writeLesson,
  writePath,
  writeQuestion,
  issueCertificate,
  listCertificates,
  listMyCertificates,
  revokeCertificate,
  verifyCertificate,
  changeSkillNeeds,
  confirmSkill,
  listTeamSkills,
  readMySkills,
  readPersonSkills,
  readOffered,
  readRequired,
  takeSessionPassed,
  readSkillHeat,
  readSkillNeeds,
};

export const main = serve('training', training, handlers, { minute });
