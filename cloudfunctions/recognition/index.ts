import { recognition } from '../../shared/recognition/contract';
import { serve } from '../platform/serve';
import { addGiftCard } from './handlers/add-gift-card';
import { addGiftCardNumbers } from './handlers/add-gift-card-numbers';
import { boostThanks } from './handlers/boost-thanks';
import { changeCareRule } from './handlers/change-care-rule';
import { changeCareWishes } from './handlers/change-care-wishes';
import { changeCompanyValues } from './handlers/change-company-values';
import { changeGiftCard } from './handlers/change-gift-card';
import { congratulateColleague } from './handlers/congratulate-colleague';
import { exportGiftCardValues } from './handlers/export-gift-card-values';
import { judgeThanks } from './handlers/judge-thanks';
import { listCareRules } from './handlers/list-care-rules';
import { listCareToSign } from './handlers/list-care-to-sign';
import { listGiftCardBatches } from './handlers/list-gift-card-batches';
import { listGiftCardDraws } from './handlers/list-gift-card-draws';
import { listGiftCards } from './handlers/list-gift-cards';
import { listMyCare } from './handlers/list-my-care';
import { listMyThanks } from './handlers/list-my-thanks';
import { listTeamThanks } from './handlers/list-team-thanks';
import { listThanks } from './handlers/list-thanks';
import { listThanksInReview } from './handlers/list-thanks-in-review';
import { readCareCard } from './handlers/read-care-card';
import { readCareWishes } from './handlers/read-care-wishes';
import { readThanks } from './handlers/read-thanks';
import { readThanksSettings } from './handlers/read-thanks-settings';
import { readThanksYear } from './handlers/read-thanks-year';
import { recordMilestone } from './handlers/record-milestone';
import { revealGiftCard } from './handlers/reveal-gift-card';
import { sendThanks } from './handlers/send-thanks';
import { signCareCard } from './handlers/sign-care-card';
import { takeBackGiftCardNumbers } from './handlers/take-back-gift-card-numbers';
import { takeByline } from './handlers/take-byline';
import { minute } from './jobs/minute';

const handlers = {
  takeByline,
  revealGiftCard,
  exportGiftCardValues,
  takeBackGiftCardNumbers,
  listGiftCardBatches,
  listGiftCardDraws,
  listGiftCards,
  changeGiftCard,
  addGiftCardNumbers,
  addGiftCard,
  boostThanks,
  changeCareRule,
  changeCareWishes,
  changeCompanyValues,
  congratulateColleague,
  judgeThanks,
  listCareRules,
  listCareToSign,
  listMyCare,
  listMyThanks,
  listTeamThanks,
  listThanks,
  listThanksInReview,
  readCareCard,
  readCareWishes,
  readThanks,
  readThanksSettings,
  readThanksYear,
  recordMilestone,
  sendThanks,
  signCareCard,
};

export const main = serve('recognition', recognition, handlers, { minute });
