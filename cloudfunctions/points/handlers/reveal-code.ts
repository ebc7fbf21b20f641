import { instant } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { is } from '../../platform/db';
import { unseal } from '../../platform/sealed';
import { codeInView, codesInView, repeatableMinutes } from '../../platform/sealed-codes';
import type { Handler } from '../../platform/serve';
import { ownRedemption } from '../own-redemption';
import { claim, codePlace, type StoredCode } from '../rules/gift-code';
import type { StoredRedemption } from '../rules/redemption';
import { codes, redemptions } from '../store';

/** How often somebody else may take the same code first. */
const tries = 20;

/**
 * Shows a code, once: the request that revealed it gets it again for a day, because its answer may have got lost; no
 * other ever does. The redemption names its code before the code is taken, and a code taken is never given back, so
 * whatever is killed in between, one redemption ends with one code.
 */
export const revealCode: Handler<PointsContract['revealCode']> = async ({ redemptionId, requestId }, context) => {
  const at = instant(context.now);
  const { redemption, isWritten } = await ownRedemption(personOf(context.caller).personId, redemptionId);
  if (redemption.handing !== 'code') return refuse('redemption_not_found');
  if (!isWritten) await redemptions.insert(redemption);
  const revealed = redemption.codeId === null ? await nameCode(redemption, requestId, at) : redemption;
  const { state, codeId, codeSeenAt } = revealed;
  if (state === 'cancelled' || codeId === null || codeSeenAt === null) return refuse('redemption_closed');
  if (revealed.codeSeenBy !== requestId) return refuse('code_seen_already');
  const { _id, sealed } = await claimCode(revealed, codeId, codeSeenAt);
  return sealed === null ? refuse('code_seen_already') : { code: unseal(sealed, codePlace(_id)), seenAt: codeSeenAt };
};

const freeCodes = async (giftId: string) => {
  const where = { giftId, redemptionId: null };
  const free = await codes.list({ where, fields: ['giftId'], sortedBy: '_id', limit: codesInView });
  return free.map(({ _id }) => _id);
};

/** 发放: the code is as good as handed over. Answers the redemption as it is, revealed by this request or another. */
async function nameCode(redemption: StoredRedemption, requestId: string, at: Instant): Promise<StoredRedemption> {
  const codeId = codeInView(await freeCodes(redemption.giftId), redemption._id, 0) ?? refuse('gift_codes_missing');
  const named = await redemptions.changeOne(
    { _id: redemption._id, state: 'reserved', codeId: null },
    { state: 'fulfilled', closedAt: at, closedBy: requestId, codeId, codeSeenAt: at, codeSeenBy: requestId },
  );
  return named ?? (await redemptions.read(redemption._id)) ?? redemption;
}

/** The code that the redemption names; another one if somebody took that first. */
async function claimCode(redemption: StoredRedemption, named: string, at: Instant): Promise<StoredCode> {
  const { _id: redemptionId, giftId } = redemption;
  let codeId = named;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const code = await codes.read(codeId);
    if (code?.redemptionId === redemptionId) return code;
    const claimed = await codes.changeOne(
      { _id: codeId, redemptionId: is.among([null, redemptionId]) },
      claim(redemptionId, at, repeatableMinutes),
    );
    if (claimed) return claimed;
    const other = codeInView(await freeCodes(giftId), redemptionId, attempt) ?? refuse('gift_codes_missing');
    const renamed = await redemptions.changeOne({ _id: redemptionId, codeId }, { codeId: other });
    codeId = (renamed ?? (await redemptions.read(redemptionId)))?.codeId ?? codeId;
  }
  return refuse('points_busy');
}
