import type { InputOf } from '../../shared/kernel/contract';
import type { TrainingContract } from '../../shared/training/contract';
import type { CourseDraft, CourseHead, Lesson } from '../../shared/training/course';
import type { AttemptView } from '../../shared/training/learning';
import type { Question } from '../../shared/training/question';
import { seededAssignmentId, seededCourseId, seededPathId } from '../training-documents';
import { certificateSamples } from './certificate-samples';
import { type Ask, always, hr, linXiao, personOf, requestId, type SampleCalls, weChatOf } from './sample-call';

const security = () => ({ courseId: seededCourseId('security') });
/** 马会敏 has learned everything and not sat the exam. */
const ready = weChatOf('马会敏');

const draft = async (ask: Ask): Promise<CourseDraft> => {
  const input = { title: '温室参观须知', branchId: null, requestId: requestId() };
  return ask.call<TrainingContract['createCourse']>(hr, 'training', 'createCourse', input);
};
const on = ({ courseId, draftVersion }: CourseDraft) => ({ courseId, draftVersion, requestId: requestId() });
const fresh = async (ask: Ask) => on(await draft(ask));
const chapters = [{ chapterId: 'first', title: '出发之前', lessonIds: [] }];
const chaptered = async (ask: Ask): Promise<CourseDraft> =>
  ask.call<TrainingContract['arrangeCourse']>(hr, 'training', 'arrangeCourse', { ...(await fresh(ask)), chapters });

const lesson: Lesson = {
  ...{ lessonId: 'boots', title: '换上雨靴', minutes: 1, done: { kind: 'confirmed', words: '我记住了' } },
  body: { kind: 'article', blocks: [{ kind: 'paragraph', text: '棚里有水，进门先换雨靴。' }] },
};
const head: Omit<CourseHead, 'branchId'> = {
  ...{ title: '温室参观须知', about: '去之前看一遍。', prerequisites: [], skills: ['参观接待'], exam: null },
};
const question: Question = {
  ...{ kind: 'single', questionId: 'shoes', text: '进棚前先做什么？', options: ['换雨靴', '拍照'], right: 0 },
  explanation: '棚里有水。',
};
const questionFile = Buffer.from(
  '题型,题目,选项A,选项B,正确答案,解释\n单选,进棚前先做什么？,换雨靴,拍照,A,棚里有水。\n',
);
const uploadedQuestions = (ask: Ask) => ask.upload(hr, `training/questions/${requestId()}.csv`, questionFile);
/** As a PNG begins. */
const pictureFile = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const uploadedPicture = (ask: Ask) => ask.upload(hr, `training/${requestId()}/0.png`, pictureFile);
const written = async (ask: Ask): Promise<CourseDraft> => {
  const input = { ...on(await chaptered(ask)), chapterId: 'first', lesson };
  return ask.call<TrainingContract['writeLesson']>(hr, 'training', 'writeLesson', input);
};

/** A course that 林晓 has passed, published anew with one lesson more. */
const renewed = async (ask: Ask) => {
  const courseId = seededCourseId('culture');
  const course = await ask.call<TrainingContract['readDraft']>(hr, 'training', 'readDraft', { courseId });
  const more = { ...on(course), chapterId: 'culture-1', lesson };
  const draftOf = await ask.call<TrainingContract['writeLesson']>(hr, 'training', 'writeLesson', more);
  await ask.call<TrainingContract['publishCourse']>(hr, 'training', 'publishCourse', on(draftOf));
  return { courseId, lessonId: lesson.lessonId };
};

const begun = async (ask: Ask, lessonId: string) => {
  const input = { ...security(), requestId: requestId() };
  await ask.call<TrainingContract['startCourse']>(linXiao, 'training', 'startCourse', input);
  return { ...security(), lessonId, requestId: requestId() };
};
const opened = async (ask: Ask) => {
  const input = await begun(ask, 'sign');
  await ask.call<TrainingContract['openLesson']>(linXiao, 'training', 'openLesson', input);
  return { ...input, requestId: requestId() };
};
const sitting = async (ask: Ask): Promise<AttemptView> => {
  const input: InputOf<TrainingContract['startExam']> = { ...security(), requestId: requestId() };
  return ask.call<TrainingContract['startExam']>(ready, 'training', 'startExam', input);
};
const attempted = async (ask: Ask) => ({ attemptId: (await sitting(ask)).attemptId });
const stages = () => [
  {
    ...{ stageId: 'one', title: '推开门', culture: '先到棚里看。', badge: '初见' },
    courseIds: [seededCourseId('culture')],
  },
];

export const trainingSamples: SampleCalls['training'] = {
  ...certificateSamples,
  readGrowth: always(linXiao, () => ({})),
  readSharedGoal: always(linXiao, security),
  listCourses: always(linXiao, () => ({})),
  readCourse: always(linXiao, security),
  startCourse: always(linXiao, () => ({ ...security(), requestId: requestId() })),
  openLesson: { as: linXiao, input: (ask) => begun(ask, 'password') },
  readRenewal: always(linXiao, security),
  readRenewedLesson: { as: linXiao, input: renewed },
  finishLesson: { as: linXiao, input: opened },
  answerQuiz: {
    as: linXiao,
    input: async (ask) => ({
      ...(await begun(ask, 'try')),
      answers: [
        { picks: [0, 1, 2, 3], words: '' },
        { picks: [], words: '12' },
      ],
    }),
  },
  giveCourseFeedback: always(linXiao, () => ({
    ...{ courseId: seededCourseId('culture'), useful: 5, clear: 4, words: '', requestId: requestId() },
  })),
  startExam: always(ready, () => ({ ...security(), requestId: requestId() })),
  readAttempt: { as: ready, input: attempted },
  saveAnswer: {
    as: ready,
    input: async (ask) => ({
      ...(await attempted(ask)),
      ...{ place: 0, answer: { picks: [0], words: '' }, turn: 1, requestId: requestId() },
    }),
  },
  submitExam: { as: ready, input: async (ask) => ({ ...(await attempted(ask)), requestId: requestId() }) },
  listEntrusted: always(weChatOf('顾怀远'), () => ({})),
  listAuthored: always(hr, () => ({})),
  readDraft: always(hr, security),
  readDraftLesson: always(hr, () => ({ ...security(), lessonId: 'try' })),
  previewLesson: always(hr, () => ({ ...security(), lessonId: 'try' })),
  previewExam: always(hr, () => ({ ...security(), seed: 7, answers: [{ picks: [0], words: '' }, null] })),
  createCourse: always(hr, () => ({ title: '温室参观须知', branchId: null, requestId: requestId() })),
  changeCourse: { as: hr, input: async (ask) => ({ ...(await fresh(ask)), head }) },
  listPrerequisites: always(hr, security),
  arrangeCourse: { as: hr, input: async (ask) => ({ ...(await fresh(ask)), chapters }) },
  writeLesson: { as: hr, input: async (ask) => ({ ...on(await chaptered(ask)), chapterId: 'first', lesson }) },
  writeQuestion: { as: hr, input: async (ask) => ({ ...(await fresh(ask)), question }) },
  removeQuestion: { as: hr, input: async (ask) => ({ ...(await fresh(ask)), questionId: 'shoes' }) },
  readDraftPicture: {
    as: hr,
    input: async (ask) => {
      const draft = await fresh(ask);
      const fileId = await uploadedPicture(ask);
      const input = { ...draft, question: { ...question, picture: fileId } };
      await ask.call<TrainingContract['writeQuestion']>(hr, 'training', 'writeQuestion', input);
      return { courseId: draft.courseId, fileId };
    },
  },
  readQuestionTemplate: always(hr, () => ({})),
  previewQuestionImport: {
    as: hr,
    input: async (ask) => ({ ...security(), fileId: await uploadedQuestions(ask) }),
  },
  importQuestions: {
    as: hr,
    input: async (ask) => ({ ...(await fresh(ask)), fileId: await uploadedQuestions(ask) }),
  },
  publishCourse: { as: hr, input: async (ask) => on(await written(ask)) },
  retireCourse: always(hr, () => ({ courseId: seededCourseId('points'), requestId: requestId() })),
  listPaths: always(hr, () => ({})),
  writePath: always(hr, () => ({
    ...{ pathId: seededPathId, title: '新人三十天', story: '三十天。', branchId: null, stages: stages(), version: 1 },
    requestId: requestId(),
  })),
  assignTraining: always(hr, () => ({
    courseIds: [seededCourseId('security')],
    audience: { kind: 'department', departmentName: '研发部' },
    ...{ dueOn: '2099-12-31', requestId: requestId() },
  })),
  listAssignments: always(hr, () => ({})),
  listAssigned: always(hr, () => ({ standing: 'open', courseId: null })),
  takeBackAssignment: always(hr, () => ({
    ...{ assignmentId: seededAssignmentId, reason: '内容要更新，下个月再学。', requestId: requestId() },
  })),
  takeBackTraining: always(hr, () => ({
    ...{ personId: personOf('林晓'), ...security(), reason: '上周已经在总部学过。', requestId: requestId() },
  })),
  readMySkills: always(linXiao, () => ({})),
  listTeamSkills: always(weChatOf('顾怀远'), () => ({})),
  readPersonSkills: always(weChatOf('顾怀远'), () => ({ personId: personOf('林晓') })),
  confirmSkill: always(weChatOf('顾怀远'), () => ({
    ...{ personId: personOf('林晓'), skill: '现场安全', isProven: true, reason: '上周带客户走了一遍温室。' },
    requestId: requestId(),
  })),
  readSkillNeeds: always(hr, () => ({})),
  changeSkillNeeds: always(hr, () => ({
    ...{ seenVersion: 1, skills: ['公司文化', '信息安全'], requestId: requestId() },
    needs: [{ needId: 'all', position: null, departmentName: null, skills: ['信息安全'] }],
  })),
  readSkillHeat: always(hr, () => ({})),
  listLearners: always(hr, () => ({ ...security(), state: null })),
  readCourseFigures: always(hr, security),
  exportCourseFigures: always(hr, security),
  recomputeProgress: always(hr, () => ({ ...security(), requestId: requestId() })),
  enrol: always('system', () => ({
    personIds: [personOf('何雨桐'), personOf('王磊')],
    courseIds: [seededCourseId('security'), seededCourseId('culture')],
    ...{ dueOn: '2099-12-31', cause: 'onboarding', requestId: requestId() },
  })),
  readOffered: always('system', () => ({ courseIds: [seededCourseId('safety')], branchId: null })),
  takeSessionPassed: always('system', () => ({
    ...{ personId: personOf('林晓'), courseId: seededCourseId('safety'), sessionId: 's-sample' },
    ...{ at: new Date().toISOString(), requestId: requestId() },
  })),
  readLearnt: always('system', () => ({ personId: personOf('林晓') })),
  readRequired: always('system', () => ({
    ...{ personId: personOf('何雨桐'), from: '2020-01-01', to: '2099-12-31' },
    renewedSince: { day: '2099-12-31', branchId: 'head-office' },
  })),
  readStanding: always('system', () => ({
    personIds: [personOf('林晓')],
    courseIds: [seededCourseId('security')],
  })),
};
