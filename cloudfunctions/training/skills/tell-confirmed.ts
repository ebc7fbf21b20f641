import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { deliver } from '../../platform/outbox';
import { store } from '../store';
import { requestOf } from '../tell';
import type { StoredSkillConfirmation } from './stored-skills';

const atOnce = 50;
const page = '/packages/skills/pages/my-skills/my-skills';

/** Tells the person what was said of them, and why. What does not arrive goes out with the sweep. */
export async function tellConfirmed(word: StoredSkillConfirmation, now: Date): Promise<void> {
  const { _id, personId, skill, isProven, reason, byName, at, turn } = word;
  const factId = `${_id}.${turn}`;
  const told = {
    ...{ factId, personIds: [personId], kind: 'growth', page, at, requestId: requestOf('skill', factId) },
    title: `${isProven ? '确认你掌握：' : '收回了确认：'}${skill}`,
    line: `${byName}：${reason}`,
  };
  if (!(await deliver({ to: 'today', call: 'notify', input: told }, now))) return;
  await store.skillConfirmations.changeOne({ _id, turn }, { pendingSince: null });
}

/** What was cut off before `until`. */
export async function tellAllConfirmed(until: Instant, now: Date): Promise<number> {
  const where = { pendingSince: is.between('', until) };
  const found = await store.skillConfirmations.list({ where, limit: atOnce });
  await oneByOne(found, (word) => tellConfirmed(word, now));
  return found.length;
}
