import { partOf } from '../../shared/kernel/places';
import type { Instant } from '../../shared/kernel/scalar';
import { by, is } from '../platform/db';
import { oneByOne } from '../platform/one-by-one';
import type { StoredOrder } from './documents';
import { store } from './store';

const atOnce = 50;

/** The pieces of a cancelled order go back, once: the item remembers for good whose have. */
export async function returnPieces({ _id, itemId, personId, pieces, returningSince }: StoredOrder): Promise<void> {
  if (returningSince === null) return;
  const buyer = `buyers.${partOf(personId)}`;
  await store.items.changeOne(
    { _id: itemId, [`${buyer}.returnedIds`]: is.not(_id) },
    {
      stock: by.adding(pieces),
      ...{ [`${buyer}.pieces`]: by.adding(-pieces), [`${buyer}.returnedIds`]: by.appending([_id]) },
    },
  );
  await store.orders.changeOne({ _id, returningSince }, { returningSince: null });
}

/** What was cut off between cancelling and putting back. */
export async function returnAll(quietSince: Instant): Promise<number> {
  const where = { returningSince: is.between('', quietSince) };
  const open = await store.orders.list({ where, sortedBy: 'returningSince', limit: atOnce });
  await oneByOne(open, returnPieces);
  return open.length;
}
