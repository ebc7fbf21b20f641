/** A mutation that changes nothing anybody could notice, and why. */
interface Equivalent {
  path: string;
  kind: string;
  before: string;
  after: string;
  reason: string;
}

/** Looked at one by one after they survived; whoever adds one says why no test could ever fail by it. */
export const equivalents: readonly Equivalent[] = [
  {
    path: 'cloudfunctions/points/pooling/settle-claim.ts',
    kind: 'added twice',
    before: 'by.adding(1)',
    after: 'by.adding(2 * (1))',
    reason: 'a fence is only ever compared with what it was: by how much it went up is nowhere to be seen',
  },
  {
    path: 'cloudfunctions/points/jobs/settle-gifts.ts',
    kind: 'added twice',
    before: 'by.adding(done.length)',
    after: 'by.adding(2 * (done.length))',
    reason: 'what left the list is only ever compared with what it was',
  },
];
