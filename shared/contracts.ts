import { activities } from './activities/contract';
import { classroom } from './classroom/contract';
import { community } from './community/contract';
import { exit } from './exit/contract';
import { games } from './games/contract';
import { offboarding } from './offboarding/contract';
import { onboarding } from './onboarding/contract';
import { people } from './people/contract';
import { points } from './points/contract';
import { recognition } from './recognition/contract';
import { sale } from './sale/contract';
import { suggestions } from './suggestions/contract';
import { today } from './today/contract';
import { training } from './training/contract';
import { wechat } from './wechat/contract';

/** The whole system on one page: context → contract. The key is the name of the deployed function. */
export const contracts = {
  activities,
  classroom,
  community,
  exit,
  games,
  offboarding,
  onboarding,
  people,
  points,
  recognition,
  sale,
  suggestions,
  today,
  training,
  wechat,
};

export type Contracts = typeof contracts;
export type ContextName = keyof Contracts;
