import { currentCaller } from '../../../cloudfunctions/platform/caller';
import { collection } from '../../../cloudfunctions/platform/db';

const nothing = collection<{ _id: string }>('nothing');
/** One is the identity, as in every call; the others make up what a redemption asks. */
const furtherRequests = 4;

/** As many requests to the database as a redemption, one after another; but for the caller, each finds nothing. */
export const main = async (): Promise<{ ok: boolean }> => {
  const caller = await currentCaller(new Date());
  for (let request = 0; request < furtherRequests; request += 1) await nothing.read(`nothing-${request}`);
  return { ok: caller !== null };
};
