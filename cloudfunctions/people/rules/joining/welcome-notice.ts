import type { PersonJoined } from '../../../../shared/people/facts';

/** What somebody finds in the inbox right after joining. */
export const welcomeNotice = ({ factId, personId, at }: PersonJoined) => ({
  factId,
  personIds: [personId],
  kind: 'journey' as const,
  title: '欢迎来到同路',
  line: '从今天起，和你有关的事都在这里',
  page: '/pages/home/home',
  at,
  requestId: factId,
});
