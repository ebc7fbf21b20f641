import { points } from '../../shared/points/contract';
import { serve } from '../platform/serve';
import { boardHandlers } from './board/board-handlers';
import { addGift } from './handlers/add-gift';
import { addGiftCodes } from './handlers/add-gift-codes';
import { cancelRedemption } from './handlers/cancel-redemption';
import { changeGiftPrice } from './handlers/change-gift-price';
import { changePointSettings } from './handlers/change-point-settings';
import { changeRule } from './handlers/change-rule';
import { checkIn } from './handlers/check-in';
import { closePool } from './handlers/close-pool';
import { correctAccount } from './handlers/correct-account';
import { dropWish } from './handlers/drop-wish';
import { earn } from './handlers/earn';
import { exportRedemptions } from './handlers/export-redemptions';
import { fulfilRedemption } from './handlers/fulfil-redemption';
import { give } from './handlers/give';
import { handOverPool } from './handlers/hand-over-pool';
import { listGifts } from './handlers/list-gifts';
import { listLedger } from './handlers/list-ledger';
import { listMyRedemptions } from './handlers/list-my-redemptions';
import { listPointAlerts } from './handlers/list-point-alerts';
import { listPools } from './handlers/list-pools';
import { listRedemptions } from './handlers/list-redemptions';
import { listRules } from './handlers/list-rules';
import { listShelf } from './handlers/list-shelf';
import { listWishes } from './handlers/list-wishes';
import { openPool } from './handlers/open-pool';
import { payIntoPool } from './handlers/pay-into-pool';
import { readAccount } from './handlers/read-account';
import { readDeliveryAddress } from './handlers/read-delivery-address';
import { readGift } from './handlers/read-gift';
import { readMyRedemption } from './handlers/read-my-redemption';
import { readPool } from './handlers/read-pool';
import { readShelfGift } from './handlers/read-shelf-gift';
import { readStanding } from './handlers/read-standing';
import { redeemGift } from './handlers/redeem-gift';
import { refundRedemption } from './handlers/refund-redemption';
import { relistGift } from './handlers/relist-gift';
import { restockGift } from './handlers/restock-gift';
import { revealCode } from './handlers/reveal-code';
import { reviseGift } from './handlers/revise-gift';
import { spend } from './handlers/spend';
import { unspend } from './handlers/unspend';
import { voidEntry } from './handlers/void-entry';
import { welcomePerson } from './handlers/welcome-person';
import { wishForGift } from './handlers/wish-for-gift';
import { withdrawGift } from './handlers/withdraw-gift';
import { minute } from './jobs/minute';

export const main = serve(
  'points',
  points,
  {
    spend,
    unspend,
    wishForGift,
    dropWish,
    listWishes,
    listPools,
    readPool,
    payIntoPool,
    openPool,
    closePool,
    handOverPool,
    readAccount,
    readStanding,
    checkIn,
    listLedger,
    listGifts,
    readGift,
    redeemGift,
    listMyRedemptions,
    readMyRedemption,
    revealCode,
    listShelf,
    addGift,
    reviseGift,
    changeGiftPrice,
    readShelfGift,
    restockGift,
    addGiftCodes,
    withdrawGift,
    relistGift,
    listRedemptions,
    fulfilRedemption,
    cancelRedemption,
    refundRedemption,
    readDeliveryAddress,
    exportRedemptions,
    welcomePerson,
    earn,
    give,
    listRules,
    listPointAlerts,
    changeRule,
    changePointSettings,
    voidEntry,
    correctAccount,
    ...boardHandlers,
  },
  { minute },
);
