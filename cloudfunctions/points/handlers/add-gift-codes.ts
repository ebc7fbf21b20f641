import { instant } from '../../../shared/kernel/day';
import type { PointsContract } from '../../../shared/points/contract';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import { seal } from '../../platform/sealed';
import { bringInCodes, sealedCodeId } from '../../platform/sealed-codes';
import type { Handler } from '../../platform/serve';
import { pictured } from '../gift-page';
import { finishLoading } from '../jobs/finish-loading';
import type { Loading } from '../rules/gift';
import { batchOf, codePlace } from '../rules/gift-code';
import { codes, gifts } from '../store';

/** Codes come in before the pieces they are; what a kill leaves in between, the sweep puts on the shelf. */
export const addGiftCodes: Handler<PointsContract['addGiftCodes']> = async (input, { now, traceId }) => {
  const { giftId, requestId } = input;
  const gift = (await gifts.read(giftId)) ?? refuse('gift_not_found');
  if (gift.handing !== 'code') return refuse('gift_not_by_code');
  const wanted = new Map(input.codes.map((text) => [sealedCodeId('giftCode', giftId, text), text]));
  const isLoading = gift.loading.some((loading) => loading.requestId === requestId);
  const known = await batchesOf([...wanted.keys()]);
  let loaded = gift;
  if (isLoading || known.size < wanted.size) {
    const loading = await beginLoading(giftId, { requestId, batch: batchOf(requestId, traceId), at: instant(now) });
    const free = { giftId, batch: loading, redemptionId: null, claimedAt: null, eraseAfter: null };
    await bringInCodes(codes, wanted, (_id, text) => ({ _id, ...free, sealed: seal(text, codePlace(_id)) }));
    await finishLoading(giftId, loading);
    loaded = (await gifts.read(giftId)) ?? gift;
  }
  const batches = [...(await batchesOf([...wanted.keys()])).values()];
  const added = batches.filter((batch) => batch.startsWith(`${requestId}.`)).length;
  return { gift: await pictured(loaded), added, known: input.codes.length - added };
};

/** By which batch codes came in, as far as they are there. */
async function batchesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const known = await codes.list({ where: { _id: is.among(ids) }, fields: ['batch'], limit: ids.length });
  return new Map(known.map(({ _id, batch }) => [_id, batch]));
}

/** The batch under which this request brings codes in: its own, or the one that a twin began. */
async function beginLoading(giftId: string, own: Loading): Promise<string> {
  const begun = await gifts.changeOne(
    { _id: giftId, 'loading.requestId': is.not(own.requestId) },
    { loading: by.appending([own]), open: true },
  );
  const loading = (begun ?? (await gifts.read(giftId)))?.loading ?? [];
  return loading.find(({ requestId }) => requestId === own.requestId)?.batch ?? own.batch;
}
