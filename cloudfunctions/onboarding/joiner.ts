import { dayOf } from '../../shared/kernel/day';
import type { GrantableRole } from '../../shared/kernel/role';
import type { OwnerRole } from '../../shared/onboarding/template';
import { reaches } from '../../shared/people/identity';
import { refuse } from '../../shared/refusal';
import { type Caller, personOf } from '../platform/caller';
import { ask } from '../platform/outbox';
import type { Named, StoredTemplate } from './documents';
import type { Joiner, Owners } from './rules/new-run';
import { store } from './store';

/** Far more templates than a company writes. */
const mostTemplates = 100;

export const presentTemplates = () =>
  store.templates.list({ where: { isRetired: false }, sortedBy: 'sort', limit: mostTemplates });

type Found = Omit<Joiner, 'startsOn'> & { startsOn: string | null; managerPersonId: string | null };

/** Somebody who comes, within reach of HR; null where nobody is, or who has left. */
export async function findJoiner(personId: string, { reach, person }: Caller, now: Date): Promise<Found | null> {
  const answer = await ask('people', 'listStints', { personId }, now);
  if (!answer.ok) return refuse('wait_and_repeat');
  const [latest, before] = [...answer.data.items].reverse();
  if (!latest || !reaches(reach, latest.branchId) || personId === person?.personId) return null;
  const { employmentId, name, departmentId, departmentName, position, branchId, stint, status } = latest;
  const hasLeft = status === 'left' || status === 'alumni' || (latest.relievingDate ?? '9999') < dayOf(now);
  if (hasLeft) return null;
  const { dateOfJoining: startsOn, managerPersonId } = latest;
  const earlier = before?.relievingDate
    ? { leftOn: before.relievingDate, departmentName: before.departmentName, position: before.position }
    : null;
  return {
    ...{ personId, employmentId, name, departmentId, departmentName, position, branchId, stint, earlier },
    ...{ startsOn, managerPersonId },
  };
}

/** Roles that HR gives; whoever holds one fills it. */
const grantedRoles = ['it', 'finance', 'administration'] as const satisfies GrantableRole[];
type Granted = (typeof grantedRoles)[number];

const colleaguesAtOnce = 50;

/** What those of these persons who work here are called; null when nobody can say. */
export async function presentNames(personIds: readonly string[], now: Date): Promise<Map<string, string> | null> {
  const names = new Map<string, string>();
  for (let from = 0; from < personIds.length; from += colleaguesAtOnce) {
    const some = personIds.slice(from, from + colleaguesAtOnce);
    const answer = await ask('people', 'readColleagues', { personIds: some }, now);
    if (!answer.ok) return null;
    for (const { personId, name } of answer.data.items) names.set(personId, name);
  }
  return names;
}

/** Asks who holds which role in which branch, each once however many people start. */
export class Staffing {
  private readonly holders = new Map<string, Promise<Named | null>>();
  private readonly colleagues = new Map<string, string>();

  constructor(
    private readonly caller: Caller,
    private readonly now: Date,
  ) {}

  /** Looks these persons up at once; who does not work here is missing afterwards. */
  async lookUp(personIds: Iterable<string>): Promise<void> {
    const unknown = [...new Set(personIds)].filter((personId) => !this.colleagues.has(personId));
    const present = await presentNames(unknown, this.now);
    if (present === null) return refuse('wait_and_repeat');
    for (const [personId, name] of present) this.colleagues.set(personId, name);
  }

  named(personId: string | null): Named | undefined {
    const name = personId === null ? undefined : this.colleagues.get(personId);
    return personId === null || name === undefined ? undefined : { personId, name };
  }

  get persons(): ReadonlyMap<string, string> {
    return this.colleagues;
  }

  private holder(role: Granted, branchId: string): Promise<Named | null> {
    const key = `${role} ${branchId}`;
    const known = this.holders.get(key) ?? this.askHolder(role, branchId);
    this.holders.set(key, known);
    return known;
  }

  private async askHolder(role: Granted, branchId: string): Promise<Named | null> {
    const answer = await ask('people', 'readRoleHolders', { role, branchId }, this.now);
    if (!answer.ok) return refuse('wait_and_repeat');
    return answer.data.items[0] ?? null;
  }

  /** Who would fill which role for somebody who comes; what is not there stays open. */
  async ownersFor(joiner: Found, wanted: ReadonlySet<OwnerRole>, buddyId: string | null): Promise<Owners> {
    const { personId, name, branchId, managerPersonId } = joiner;
    const granted = await Promise.all(
      grantedRoles
        .filter((role) => wanted.has(role))
        .map(async (role) => [role, await this.holder(role, branchId)] as const),
    );
    const [buddy, manager] = [this.named(buddyId), this.named(managerPersonId)];
    const me = personOf(this.caller);
    return {
      newHire: { personId, name },
      hr: { personId: me.personId, name: me.name },
      ...(buddy && buddyId !== personId ? { buddy } : {}),
      ...(manager ? { manager } : {}),
      ...Object.fromEntries(granted.flatMap(([role, holder]) => (holder ? [[role, holder]] : []))),
    };
  }
}

export const ownersIn = ({ activities }: Pick<StoredTemplate, 'activities'>): Set<OwnerRole> =>
  new Set(activities.map(({ owner }) => owner));

export const personsIn = ({ activities }: Pick<StoredTemplate, 'activities'>): string[] =>
  activities.flatMap(({ ownerPersonId }) => ownerPersonId ?? []);
