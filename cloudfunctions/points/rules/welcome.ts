import type { Instant } from '../../../shared/kernel/scalar';
import { welcomePoints } from '../../../shared/points/model';
import type { Movement } from './account';

/** 入职欢迎, once per person ever. */
export function welcomeMovement(personId: string, at: Instant): Movement {
  return {
    key: `${personId}.joined`,
    points: welcomePoints,
    cause: { kind: 'joined' },
    at,
    redemption: null,
    reservation: null,
    undoes: null,
  };
}
