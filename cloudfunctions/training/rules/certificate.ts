import { dayOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { Certificate, VerifiedCertificate } from '../../../shared/training/certificate';
import type { StoredCertificate } from '../certificates/stored-certificate';

/** Who gets it and for what. */
export interface Achievement {
  personId: string;
  name: string;
  branchId: string;
  cause: string;
  title: string;
  hours: number | null;
  at: Instant;
}

/** A fresh certificate. Its number is for people to read; what nobody can guess is the code. */
export function newCertificate(_id: string, code: string, { at, ...achieved }: Achievement): StoredCertificate {
  const issuedOn = dayOf(at);
  const number = `${issuedOn.replaceAll('-', '')}-${code.slice(-6)}`;
  return {
    ...{ _id, ...achieved, number, code, issuedOn, state: 'valid', revokedAt: null, revokeReason: null },
    ...{ revokedById: null, pendingSince: at, sort: `${at}.${_id}` },
  };
}

export function certificateView(stored: StoredCertificate): Certificate {
  const { _id, name, title, hours, number, code, issuedOn, state, revokedAt, revokeReason } = stored;
  return { _id, name, title, hours, number, code, issuedOn, state, revokedAt, revokeReason };
}

/** 欧** for 欧阳修: the first letter, and no more stars than two. */
export function maskedName(name: string): string {
  const [first = '', ...others] = [...name];
  return `${first}${'*'.repeat(Math.min(2, Math.max(1, others.length)))}`;
}

export function verifiedView({ name, title, issuedOn, state }: StoredCertificate): VerifiedCertificate {
  return { maskedName: maskedName(name), title, issuedOn, state };
}
