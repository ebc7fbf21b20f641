/** Where a message or a task about a run leads. */
export const runPage = (runId: string) => `/packages/onboarding/pages/run/run?id=${runId}`;
/** Where it leads whoever comes. */
export const myRunPage = '/packages/onboarding/pages/my-onboarding/my-onboarding';
