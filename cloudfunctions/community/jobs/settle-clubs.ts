import { instant } from '../../../shared/kernel/day';
import { by, is } from '../../platform/db';
import { readJoinedHolders } from '../../platform/identity';
import { oneByOne } from '../../platform/one-by-one';
import { deliver } from '../../platform/outbox';
import type { ClubDuty, StoredClub } from '../rules/club';
import { closedNotice, readmissionNotices, removalNotices } from '../rules/notices';
import { clubs } from '../store';
import { tellOfClub } from '../tell';

const atOnce = 50;
/** As many as are told at once, and so often a minute: 2,000 members hear of it within four. */
const membersAtOnce = 100;
const tellingsAtOnce = 5;

/** Whether every removal was told. */
async function tellRemoved(club: StoredClub, now: Date): Promise<boolean> {
  for (const notice of removalNotices(club)) if (!(await tellOfClub(notice, now))) return false;
  const { _id, lastRequestId, removals } = club;
  const told = removals.map((removal) => ({ ...removal, isTold: true }));
  return (await clubs.changeOne({ _id, lastRequestId }, { removals: by.exactly(told) })) !== null;
}

/** Whoever was told that they may join again is forgotten; of a closed club nobody is. */
async function tellReadmitted(club: StoredClub, now: Date): Promise<boolean> {
  if (club.state === 'open') {
    for (const notice of readmissionNotices(club)) if (!(await tellOfClub(notice, now))) return false;
  }
  await clubs.changeOne({ _id: club._id }, { readmitted: by.pullingAll(club.readmitted) });
  return true;
}

/** Whoever was told is forgotten, so that a killed sweep goes on with those who were not. */
async function tellClosed(club: StoredClub, now: Date): Promise<boolean> {
  let waiting = club.memberIds;
  for (let telling = 0; telling < tellingsAtOnce && waiting.length > 0; telling += 1) {
    const told = waiting.slice(0, membersAtOnce);
    if (!(await tellOfClub(closedNotice(club, told), now))) return false;
    await clubs.changeOne({ _id: club._id }, { memberIds: by.pullingAll(told) });
    waiting = waiting.slice(membersAtOnce);
  }
  return waiting.length === 0;
}

/** HR has the task while nobody runs the club; whoever had it loses it once somebody does, or it is closed. */
async function settleTask(club: StoredClub, now: Date): Promise<boolean> {
  const { _id, name, organisers, state, taskHolders, dutiesSince } = club;
  const key = { taskId: `${_id}.unled`, at: dutiesSince ?? instant(now) };
  if (organisers.length > 0 || state === 'closed') {
    if (taskHolders.length === 0) return true;
    const input = { ...key, personIds: taskHolders, requestId: `led-again-${_id}` };
    return deliver({ to: 'today', call: 'clearTask', input }, now);
  }
  const holders = (await readJoinedHolders('hr', now)).map(({ personId }) => personId);
  if (holders.length === 0) return true;
  await clubs.changeOne({ _id }, { taskHolders: [...new Set([...taskHolders, ...holders])] });
  const words = { title: `「${name}」没有组织者了`, line: '组织者都离职了，请一位成员接手，或者关闭它' };
  const input = {
    ...{
      ...key,
      ...words,
      personIds: holders,
      kind: 'task',
      lane: 'do',
      button: '去看看',
      dueAt: null,
      closesAt: null,
    },
    ...{ page: `/packages/community/pages/club/club?id=${_id}`, requestId: `unled-club-${_id}` },
  };
  return deliver({ to: 'today', call: 'putTask', input }, now);
}

const settlers: Record<ClubDuty, (club: StoredClub, now: Date) => Promise<boolean>> = {
  tellRemoved,
  tellReadmitted,
  tellClosed,
  task: settleTask,
};

/** What clubs still owe. Each step is harmless when done twice. */
export async function settleClubs(now: Date): Promise<{ clubsOwing: number }> {
  const where = { dutiesSince: is.between('', instant(now)) };
  const owing = await clubs.list({ where, sortedBy: 'dutiesSince', limit: atOnce });
  await oneByOne(owing, (club) => settle(club, now));
  return { clubsOwing: owing.length };
}

async function settle(club: StoredClub, now: Date): Promise<void> {
  const left: ClubDuty[] = [];
  for (const duty of club.duties) if (!(await settlers[duty](club, now))) left.push(duty);
  const { _id, lastRequestId, dutiesSince } = club;
  const isOver = left.length === 0 && club.state === 'closed';
  await clubs.changeOne(
    { _id, lastRequestId, dutiesSince },
    {
      duties: left,
      dutiesSince: left.length === 0 ? null : dutiesSince,
      // A closed club has nobody left to keep out.
      ...(isOver ? { removals: by.exactly([]), taskHolders: [] } : {}),
    },
  );
}
