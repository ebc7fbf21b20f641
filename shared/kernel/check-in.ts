import * as z from 'zod';

/** How long one check-in code is shown. It is accepted for one more as long, for the walk from camera to cloud. */
export const codeSeconds = 15;

/** What says which code is on the organiser's screen. */
export const CheckInCode = z.string().regex(/^[A-Z2-7]{8}$/);
export type CheckInCode = z.infer<typeof CheckInCode>;

/** In how many milliseconds the next code comes, by the cloud's clock. */
export const NextInMillis = z
  .int()
  .min(1)
  .max(codeSeconds * 1000);
