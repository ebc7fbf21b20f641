import { personOf, weChatOf } from '../../../seeds/sample-calls/sample-call';
import { seededCourseId, seededPathId } from '../../../seeds/training-documents';
import type { View } from './view';

const training = '/packages/training/pages';
const skills = '/packages/skills/pages';
const authoring = '/packages/training-admin/pages';
const linXiao = weChatOf('林晓');
const zhouLan = weChatOf('周岚');

/** Courses, skills and what HR does with them. */
export const trainingViews: View[] = [
  { name: 'course', as: linXiao, page: `${training}/course/course?id=${seededCourseId('culture')}` },
  { name: 'course-locked', as: linXiao, page: `${training}/course/course?id=${seededCourseId('safety')}` },
  {
    name: 'lesson',
    as: linXiao,
    page: `${training}/lesson/lesson?course=${seededCourseId('culture')}&lesson=story`,
  },
  { name: 'quiz', as: linXiao, page: `${training}/lesson/lesson?course=${seededCourseId('culture')}&lesson=check` },
  { name: 'exam', as: weChatOf('马会敏'), page: `${training}/exam/exam?course=${seededCourseId('security')}` },
  { name: 'my-skills', as: linXiao, page: `${skills}/my-skills/my-skills` },
  { name: 'team-skills', as: weChatOf('顾怀远'), page: `${skills}/team-skills/team-skills` },
  {
    name: 'person-skills',
    as: weChatOf('顾怀远'),
    page: `${skills}/person-skills/person-skills?id=${personOf('林晓')}`,
  },
  { name: 'skill-needs', as: zhouLan, page: `${skills}/skill-needs/skill-needs` },
  { name: 'skill-heat', as: zhouLan, page: `${skills}/skill-heat/skill-heat` },
  { name: 'courses', as: linXiao, page: `${training}/courses/courses` },
  { name: 'edit-path', as: zhouLan, page: `${authoring}/edit-path/edit-path?id=${seededPathId}` },
  { name: 'authored', as: zhouLan, page: `${authoring}/authored/authored` },
  {
    name: 'edit-course',
    as: zhouLan,
    page: `${authoring}/edit-course/edit-course?id=${seededCourseId('security')}`,
  },
  {
    name: 'prerequisites',
    as: zhouLan,
    page: `${authoring}/prerequisites/prerequisites?course=${seededCourseId('safety')}`,
  },
  {
    name: 'edit-lesson',
    as: zhouLan,
    page: `${authoring}/edit-lesson/edit-lesson?course=${seededCourseId('security')}&chapter=security-2&lesson=try`,
  },
  {
    name: 'edit-question',
    as: zhouLan,
    page: `${authoring}/edit-question/edit-question?course=${seededCourseId('security')}&id=q3`,
  },
  {
    name: 'import-questions',
    as: zhouLan,
    page: `${authoring}/import-questions/import-questions?course=${seededCourseId('security')}`,
  },
  {
    name: 'assign',
    as: zhouLan,
    page: `${authoring}/assign/assign?course=${seededCourseId('security')}`,
  },
  {
    name: 'learners',
    as: zhouLan,
    page: `${authoring}/learners/learners?course=${seededCourseId('security')}`,
  },
  { name: 'assigned', as: zhouLan, page: `${authoring}/assigned/assigned` },
  { name: 'assignments', as: zhouLan, page: `${authoring}/assignments/assignments` },
  {
    name: 'course-figures',
    as: zhouLan,
    page: `${authoring}/course-figures/course-figures?course=${seededCourseId('security')}`,
  },
  { name: 'entrusted', as: weChatOf('李蓉'), page: `${training}/entrusted/entrusted` },
];
