import * as z from 'zod';

/** Where a line of the portrait comes from. `attendance` and `shifts` are not part of 同路 yet. */
export const PortraitSource = z.enum(['employment', 'training', 'points', 'activities', 'attendance', 'shifts']);
export type PortraitSource = z.infer<typeof PortraitSource>;

/** 离职画像: what is known beside the interview, each with its source. Nothing of it is stored a second time. */
export const ExitPortrait = z.object({
  parts: z
    .array(
      z.object({
        source: PortraitSource,
        /** Empty: there is nothing, or that part cannot be asked just now. */
        lines: z.array(z.object({ label: z.string().max(20), value: z.string().max(60) })).max(8),
      }),
    )
    .max(6),
});
export type ExitPortrait = z.infer<typeof ExitPortrait>;
