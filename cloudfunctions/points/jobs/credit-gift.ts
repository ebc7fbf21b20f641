import { bookOnce } from '../books/book-once';
import type { Movement } from '../rules/account';
import { receivedMovement } from '../rules/giving';

/** Brings what was given to its receiver, exactly once. False when others were faster: the sweep comes again. */
export async function creditGift(fromPersonId: string, gave: Movement): Promise<boolean> {
  const received = receivedMovement(fromPersonId, gave);
  if (!received || gave.cause.kind !== 'gave') return true;
  const booked = await bookOnce(gave.cause.toPersonId, received.key, () => ({ movements: [received] }));
  return booked !== null;
}
