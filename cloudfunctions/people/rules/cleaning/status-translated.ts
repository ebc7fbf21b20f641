import { EmploymentStatus } from '../../../../shared/people/model';
import type { CleaningRule } from './cleaning-rule';

const wordsByStatus = {
  preboarding: ['待入职', '未入职', '未到岗', 'future start', 'not started', 'has not started yet', 'pre boarding'],
  probation: ['试用', '试用期', '试用期内', 'probation', 'probationary', 'on probation'],
  active: ['在职', '在岗', '正式', '正式员工', '转正', '已转正', 'active', 'employed', 'current', 'working'],
  onLeave: [
    ...['休假', '休假中', '产假', '病假', '长假', '停薪留职'],
    ...['leave of absence', 'on leave', 'leave', 'loa'],
  ],
  noticePeriod: ['待离职', '离职中', '离职交接', 'notice period', 'on notice', 'leaving'],
  left: [
    ...['离职', '已离职', '辞职', '已辞职', '辞退', '解除', '退休', '已退休', '开除'],
    ...['voluntarily terminated', 'terminated for cause', 'involuntarily terminated', 'terminated'],
    ...['resigned', 'retired', 'left', 'dismissed', 'former'],
  ],
} as const satisfies Partial<Record<EmploymentStatus, readonly string[]>>;

const statusByWord = new Map<string, EmploymentStatus>(
  Object.entries(wordsByStatus).flatMap(([status, words]) =>
    words.map((word) => [word, EmploymentStatus.parse(status)] as const),
  ),
);

export const statusTranslated: CleaningRule = {
  name: 'statusTranslated',
  fields: ['status'],
  clean: (value) => statusByWord.get(value.toLowerCase().replace(/[_-]+/g, ' ')) ?? value,
};
