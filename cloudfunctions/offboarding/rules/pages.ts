const packagePages = '/packages/offboarding/pages';

/** What the leaver sees of their own leaving. */
export const ownPage = `${packagePages}/my-leaving/my-leaving`;
/** One leaving, for HR and for whoever has something to do with it. */
export const leavingPage = (separationId: string) => `${packagePages}/leaving/leaving?id=${separationId}`;
