import type { Instant } from '../../../shared/kernel/scalar';
import { is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { deliver } from '../../platform/outbox';
import { newCertificate } from '../rules/certificate';
import { store } from '../store';
import { requestOf } from '../tell';
import { certificateIdOf, codeOf, type StoredCertificate } from './stored-certificate';

const atOnce = 50;
const page = '/packages/certificates/pages/my-certificates/my-certificates';

/** Gives a certificate out, once for each person and cause. Its id. */
export async function issue(achieved: Parameters<typeof newCertificate>[2], now: Date): Promise<string> {
  const _id = certificateIdOf(achieved.personId, achieved.cause);
  const certificate = newCertificate(_id, codeOf(_id), achieved);
  if (await store.certificates.insert(certificate)) await tellOwner(certificate, now);
  return _id;
}

/** Tells the owner what became of it. What does not arrive goes out with the sweep. */
export async function tellOwner(certificate: StoredCertificate, now: Date): Promise<void> {
  const { _id, personId, title, number, state, revokeReason, pendingSince } = certificate;
  const isRevoked = state === 'revoked';
  const told = {
    ...{ factId: `${_id}.${state}`, personIds: [personId], kind: 'growth', page, at: now.toISOString() },
    title: `${isRevoked ? '证书被撤销：' : '证书到了：'}${title}`.slice(0, 40),
    line: isRevoked ? (revokeReason ?? '').slice(0, 120) : `编号 ${number}，可以存成图片，别人扫码就能核验`,
    requestId: requestOf('certificate', `${_id}.${state}`),
  };
  if (!(await deliver({ to: 'today', call: 'notify', input: told }, now))) return;
  await store.certificates.changeOne({ _id, state, pendingSince }, { pendingSince: null });
}

/** What was cut off before `until`. */
export async function tellOwners(until: Instant, now: Date): Promise<number> {
  const found = await store.certificates.list({ where: { pendingSince: is.between('', until) }, limit: atOnce });
  await oneByOne(found, (certificate) => tellOwner(certificate, now));
  return found.length;
}
