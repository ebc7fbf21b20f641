import type { Greeting } from '../../../shared/onboarding/run';
import { refuse } from '../../../shared/refusal';
import type { StoredRun } from '../documents';
import { myRunPage } from './run-page';

/** As many as are read with pleasure. */
const mostGreetings = 30;

/** One greeting a person: the later one stands in the place of the earlier one. Told at once. */
export function greeted(run: StoredRun, greeting: Omit<Greeting, 'from'>): StoredRun {
  const { personId, name, words } = greeting;
  const others = run.greetings.filter((one) => one.personId !== personId);
  if (others.length >= mostGreetings) return refuse('greetings_full');
  const isBuddy = personId === run.buddy.personId;
  const from = isBuddy ? 'buddy' : personId === run.manager.personId ? 'manager' : 'team';
  const notice = {
    factId: `greet.${run._id.slice(0, 30)}.${personId.slice(-26)}`,
    personIds: [run.personId],
    title: isBuddy ? `你的伙伴${name}跟你打招呼` : `${name}欢迎你`,
    line: words,
    page: myRunPage,
  };
  return { ...run, greetings: [...others, { ...greeting, from }], notices: [...run.notices, notice] };
}
