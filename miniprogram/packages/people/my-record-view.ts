import type { OutputOf } from '../../../shared/kernel/contract';
import type { Day } from '../../../shared/kernel/scalar';
import type { PeopleContract } from '../../../shared/people/contract';
import type { Viewer } from '../../../shared/personal-data';
import { dayInWords, momentInWords, todayOf } from '../../wording/day';
import { placeInWords } from '../../wording/place';
import { roleInWords, statusInWords } from './wording/employment';

export type MyRecordAnswer = OutputOf<PeopleContract['readMyRecord']>;

const viewerTexts: Record<Viewer, string> = {
  self: '你自己',
  colleagues: '同事',
  hr: 'HR',
  branchHr: '分公司 HR',
  manager: '直属上级',
  nobody: '没有人，只供系统使用',
};

interface Fact {
  name: string;
  value: string;
}

function factsOf(record: NonNullable<MyRecordAnswer['record']>, now: Date): Fact[] {
  const [latest] = record.employments;
  const day = (value: Day | null | undefined) => (value ? dayInWords(value, todayOf(now)) : '');
  const facts = {
    姓名: record.name,
    工号: latest?.employeeNumber,
    部门和岗位: latest && placeInWords(latest),
    状态: latest && statusInWords[latest.status],
    入职日期: day(latest?.dateOfJoining),
    离职日期: day(latest?.relievingDate),
    离职原因: latest?.exitReason,
    直属上级: latest?.managerName,
    出生日期: day(record.birthOn),
    手机号: record.phone,
    权限: record.grants.map(({ role }) => roleInWords[role]).join('、'),
    加入同路: record.joinedAt && momentInWords(record.joinedAt, now),
  };
  return Object.entries(facts).flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

/** What 关于我的信息 shows: one's own values, and each kind of record with its reason, its end and its readers. */
export function myRecordView({ record, kept }: MyRecordAnswer, now: Date) {
  return {
    facts: record ? factsOf(record, now) : [],
    earlier: (record?.employments ?? []).slice(1).map((employment) => ({
      _id: employment._id,
      place: placeInWords(employment),
      number: employment.employeeNumber,
    })),
    kept: kept.map(({ collection, what, why, until, seenBy }) => ({
      ...{ collection, what, why, until },
      who: seenBy.map((viewer) => viewerTexts[viewer]).join('、'),
    })),
  };
}
