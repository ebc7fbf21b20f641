import * as z from 'zod';

/** How to ask for a list: at most 50 rows, from a cursor that an earlier answer gave. */
export const pageRequest = {
  cursor: z
    .string()
    .max(300)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional(),
  limit: z.int().min(1).max(50).default(20),
};

/** A page of a list; `next` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item).max(50), next: z.string().nullable() });
export type Page<Item> = { items: Item[]; next: string | null };
