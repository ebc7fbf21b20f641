import { instant } from '../../../shared/kernel/day';
import { is } from '../../platform/db';
import { readIdentitiesOf } from '../../platform/identity';
import { oneByOne } from '../../platform/one-by-one';
import { finishJoining, releaseCode } from '../joining/finish-joining';
import { store } from '../store';

const atOnce = 50;

/** Joinings that were cut off: finished where the WeChat is bound, taken back where it is not. */
export async function mendJoinings(quietSince: string, now: Date): Promise<number> {
  const codes = await store.joiningCodes.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  const bound = new Set((await readIdentitiesOf(codes.map(({ personId }) => personId))).map((one) => one.personId));
  await oneByOne(codes, async (code) => {
    const { _id, usedByKey, pendingSince } = code;
    // Whoever goes on with the code, or unbinds the person, has changed or removed it since we read it.
    const claimed = await store.joiningCodes.changeOne(
      { _id, usedByKey, pendingSince },
      { pendingSince: instant(now) },
    );
    if (!claimed) return;
    if (bound.has(code.personId)) await finishJoining(claimed, now);
    else await releaseCode(claimed);
  });
  return codes.length;
}
