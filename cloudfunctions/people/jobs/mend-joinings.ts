import { is } from '../../platform/db';
import { readIdentitiesOf } from '../../platform/identity';
import { finishJoining, releaseCode } from '../joining/finish-joining';
import { store } from '../store';

const atOnce = 50;

/** Joinings that were cut off: finished where the WeChat is bound, taken back where it is not. */
export async function mendJoinings(quietSince: string, now: Date): Promise<number> {
  const codes = await store.joiningCodes.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  const bound = new Set((await readIdentitiesOf(codes.map(({ personId }) => personId))).map((one) => one.personId));
  for (const code of codes) {
    if (bound.has(code.personId)) await finishJoining(code, now);
    else await releaseCode(code);
  }
  return codes.length;
}
