import {
  type BoardRun,
  leavingPaperIdOf,
  paperIdOf,
  type StoredAlumnus,
  type StoredBoard,
  type StoredImprovement,
  type StoredInterview,
  type StoredLeaving,
  type StoredPaper,
  type StoredReasonWords,
  wholeCompany,
  wordsKeyOf,
} from '../cloudfunctions/exit/documents';
import { countedBoard, firstDayOf, halfAfter, halfOf } from '../cloudfunctions/exit/rules/count-leavings';
import { firstReasons } from '../cloudfunctions/exit/rules/first-reasons';
import { paperFacts, requestedPaper } from '../cloudfunctions/exit/rules/paper';
import { departmentIdOf, employmentIdOf, personIdOf } from '../cloudfunctions/people/documents';
import { seal } from '../cloudfunctions/platform/sealed';
import { addDays, dayOf, instant, minutesAfter } from '../shared/kernel/day';
import type { EmploymentFacts } from '../shared/people/leavers';
import { companyProfile } from './company-profile';
import { type PastLeaver, pastLeavers } from './exit-story';
import { peopleDocuments } from './people-documents';

const day = 24 * 60;

/** Somebody of the past, with days counted back from the beginning of the half-year in which they left. */
function leavingOf(told: PastLeaver, number: number, now: Date): StoredLeaving {
  const { name, departmentName, position, halvesAgo, monthsHere, reasonId, managerReasonId } = told;
  const employeeNumber = `YS-1${String(number).padStart(3, '0')}`;
  const begin = firstDayOf(halfAfter(halfOf(dayOf(now)), -halvesAgo));
  const relievingDate = addDays(begin, 5 + ((number * 17) % 120));
  return {
    ...{ _id: employmentIdOf(employeeNumber, 1), personId: personIdOf(employeeNumber), personName: name },
    ...{ branchId: 'head-office', departmentId: departmentIdOf(departmentName), departmentName, position },
    ...{ relievingDate, dateOfJoining: addDays(relievingDate, -Math.round(monthsHere * 30.4)), kind: 'resignation' },
    ...{
      words: null,
      wordsKey: null,
      reasonId,
      reasonFrom: 'leaver',
      managerReasonId,
      factId: `told-${employeeNumber}`,
    },
    ...{ notedAt: `${relievingDate}T16:00:00.000Z`, pendingSince: null },
  };
}

function factsOf(name: string, now: Date): EmploymentFacts {
  const employment = peopleDocuments(now).employments.find(({ personName }) => personName === name);
  if (!employment) throw new Error(`nobody is called ${name}`);
  const { _id: employmentId, personId, employeeNumber, stint, branchId, departmentId, departmentName } = employment;
  const { position, status, dateOfJoining, relievingDate, exitReason } = employment;
  return {
    ...{ employmentId, personId, name, employeeNumber, stint, branchId, departmentId, departmentName, position },
    ...{ status, dateOfJoining, relievingDate, exitReason, managerPersonId: null },
  };
}

/** The code on 孙倩's leaving certificate. */
export const seededPaperCode = 'Q7KD2MVXH4PZ5TRWA3NE';

function papers(now: Date): StoredPaper[] {
  const sunQian = factsOf('孙倩', now);
  const left = new Date(`${sunQian.relievingDate ?? dayOf(now)}T02:00:00.000Z`);
  const certificate = requestedPaper(sunQian, {
    ...{ paperId: leavingPaperIdOf(sunQian.employmentId), kind: 'leaving', purpose: '离职', now: left },
  });
  const linXiao = factsOf('林晓', now);
  const asked = new Date(minutesAfter(now, -day));
  return [
    {
      ...certificate,
      ...{ state: 'issued', code: seededPaperCode, issuedAt: instant(left) },
      facts: paperFacts(sunQian, { companyName: companyProfile.name, sealFileId: null }, null),
    },
    requestedPaper(linXiao, {
      ...{ paperId: paperIdOf(linXiao.personId, 'seed-paper-0000001'), kind: 'employment', purpose: '办理签证' },
      now: asked,
    }),
  ];
}

/** 王磊 hands over; 顾怀远 has said what he thinks the reason is, HR has not asked 王磊 yet. */
function interview(now: Date): StoredInterview {
  const wangLei = factsOf('王磊', now);
  const { employmentId: _id, personId, branchId, departmentId, departmentName, position, relievingDate } = wangLei;
  const gu = factsOf('顾怀远', now).personId;
  const lastDay = relievingDate ?? dayOf(now);
  const words = seal(JSON.stringify('家里老人身体不好，一直想回去照顾。'), {
    ...{ collection: 'exitInterviews', id: _id, field: 'managerView.words' },
  });
  return {
    ...{ _id, personId, personName: '王磊', branchId, departmentId, departmentName, position, managerPersonId: gu },
    ...{ kind: 'resignation', lastDay, reasonId: 'r-private-move', state: 'pending', scheduledAt: null, place: null },
    ...{ interviewerName: null, invitedAt: null, form: null, handedInAt: null, talk: null, outcome: null },
    managerView: { reasonId: 'r-private-family', words, at: minutesAfter(now, -6 * day), byId: gu },
    ...{
      cancelReason: null,
      settledAt: null,
      factId: 'seed-leaving-wang-lei',
      version: 1,
      requestIds: [],
      sort: `${lastDay}.${_id}`,
    },
    ...{ desk: null, pendingSince: null },
  };
}

function alumnus(now: Date): StoredAlumnus {
  const { personId: _id, branchId, departmentName, position } = factsOf('孙倩', now);
  const contact = seal('sunqian@example.com', { collection: 'exitAlumni', id: _id, field: 'contact' });
  return {
    ...{ _id, personName: '孙倩', branchId, departmentName, position, contact, nowDoing: '浙江大学，传播学硕士在读' },
    ...{
      consents: { contact: true, news: true, jobs: false },
      wouldReturn: 'perhaps',
      expertIn: ['内容运营', '短视频'],
    },
    ...{ isCore: true, isListed: true, savedAt: minutesAfter(now, -180 * day), requestIds: [], sort: `孙倩.${_id}` },
  };
}

function improvement(now: Date): StoredImprovement {
  const zhou = factsOf('周岚', now).personId;
  const from = halfAfter(halfOf(dayOf(now)), -1);
  const openedAt = `${addDays(firstDayOf(from), -20)}T02:00:00.000Z`;
  return {
    ...{ _id: 'i-seed-night-shifts', title: '夜班改三班两运转，发夜班津贴', about: { cut: 'reason', key: 'g-work' } },
    ...{
      aboutWords: '工作安排',
      ownerName: '顾怀远',
      ownerPersonId: factsOf('顾怀远', now).personId,
      openedById: zhou,
    },
    ...{ dueOn: addDays(firstDayOf(from), 30), from, doneOn: addDays(firstDayOf(from), 12), openedAt },
    ...{ result: '夜班连续不超过三天，每晚津贴 80 元', fingerprint: 'seed', sort: `${openedAt}.i-seed` },
    reports: [
      { at: `${addDays(firstDayOf(from), -6)}T03:00:00.000Z`, words: '排班表改好了，试了一周，没有人连上三个夜班' },
    ],
    ...{ hasOwnerLeft: false, turn: 0, formerOwners: [], version: 2, requestIds: [], pendingSince: null },
  };
}

interface ExitDocuments {
  exitLeavings: StoredLeaving[];
  exitBoards: StoredBoard[];
  exitRuns: BoardRun[];
  exitReasonWords: StoredReasonWords[];
  exitImprovements: StoredImprovement[];
  exitInterviews: StoredInterview[];
  exitPapers: StoredPaper[];
  exitAlumni: StoredAlumnus[];
}

/** What the exit context has stored by now, by its own rules. Seals with the keys in the environment. */
export function exitDocuments(now: Date): ExitDocuments {
  const leavings = pastLeavers.map((told, index) => leavingOf(told, index + 1, now));
  const today = dayOf(now);
  const headcounts = { atBeginning: 62, atEnd: 58 };
  const boardOf = (_id: string): StoredBoard => {
    const counted = { leavings, groups: firstReasons, today, headcounts: _id === wholeCompany ? headcounts : null };
    return { _id, shown: countedBoard(counted), hasUnassigned: false, frequentWords: [], countedAt: instant(now) };
  };
  const words = factsOf('孙倩', now).exitReason ?? '';
  return {
    exitLeavings: leavings,
    exitBoards: [wholeCompany, 'head-office'].map(boardOf),
    exitRuns: [{ _id: 'board', staleSince: null, countedOn: today }],
    exitReasonWords: [{ _id: wordsKeyOf(words), words, reasonId: null, pendingSince: null }],
    exitImprovements: [improvement(now)],
    exitInterviews: [interview(now)],
    exitPapers: papers(now),
    exitAlumni: [alumnus(now)],
  };
}
