import { points } from '../../shared/points/contract';
import { serve } from '../platform/serve';
import { addGift } from './handlers/add-gift';
import { cancelRedemption } from './handlers/cancel-redemption';
import { checkIn } from './handlers/check-in';
import { fulfilRedemption } from './handlers/fulfil-redemption';
import { listGifts } from './handlers/list-gifts';
import { listLedger } from './handlers/list-ledger';
import { listMyRedemptions } from './handlers/list-my-redemptions';
import { listRedemptions } from './handlers/list-redemptions';
import { listShelf } from './handlers/list-shelf';
import { readAccount } from './handlers/read-account';
import { readGift } from './handlers/read-gift';
import { readMyRedemption } from './handlers/read-my-redemption';
import { redeemGift } from './handlers/redeem-gift';
import { restockGift } from './handlers/restock-gift';
import { welcomePerson } from './handlers/welcome-person';
import { withdrawGift } from './handlers/withdraw-gift';
import { sweep } from './jobs/sweep';

export const main = serve(
  'points',
  points,
  {
    readAccount,
    checkIn,
    listLedger,
    listGifts,
    readGift,
    redeemGift,
    listMyRedemptions,
    readMyRedemption,
    listShelf,
    addGift,
    restockGift,
    withdrawGift,
    listRedemptions,
    fulfilRedemption,
    cancelRedemption,
    welcomePerson,
  },
  { minute: sweep },
);
