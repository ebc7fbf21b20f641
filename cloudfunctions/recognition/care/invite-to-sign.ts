import type { StoredCare } from '../documents';
import { careTitles } from '../rules/care-titles';
import { store } from '../store';
import { tellDepartment } from '../tell';

/** Colleagues of the department hear that a card gathers signatures; the person does not. Safe to repeat. */
export async function inviteToSign(card: StoredCare, now: Date): Promise<void> {
  const { _id, personId, departmentId, pendingSince } = card;
  if (pendingSince === null) return;
  const notice = {
    ...({ factId: `${_id}.sign`, kind: 'care', at: pendingSince } as const),
    title: `悄悄为${card.name}签个名`.slice(0, 40),
    line: careTitles(card).upcoming,
    page: '/packages/recognition/pages/care-to-sign/care-to-sign',
  };
  if (!(await tellDepartment(notice, { departmentId, except: personId }, now))) return;
  await store.care.changeOne({ _id, state: 'gathering', pendingSince }, { pendingSince: null });
}
