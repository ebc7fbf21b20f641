import * as z from 'zod';
import { seal, unseal } from '../platform/sealed';
import type { StoredInterview } from './documents';
import type { OpenedWords } from './rules/interview-view';

type Field = 'form' | 'talk' | 'managerView';

const FormWords = z.object({ story: z.string(), suggestions: z.string(), plans: z.string() });
const TalkWords = z.object({ notes: z.string(), suggestions: z.string() });

const placeOf = (employmentId: string, field: Field) => ({
  collection: 'exitInterviews',
  id: employmentId,
  field: `${field}.words`,
});

/** Free words of an interview, sealed for their place. */
export const sealedWords = (employmentId: string, field: Field, words: object | string) =>
  seal(JSON.stringify(words), placeOf(employmentId, field));

const opened = (employmentId: string, field: Field, sealed: string): unknown =>
  JSON.parse(unseal(sealed, placeOf(employmentId, field)));

export function formWords({ _id, form }: StoredInterview): OpenedWords['form'] {
  return form && FormWords.parse(opened(_id, 'form', form.words));
}

/** All of them: for HR in reach only. */
export function openedWords(interview: StoredInterview): OpenedWords {
  const { _id, talk, managerView } = interview;
  return {
    form: formWords(interview),
    talk: talk && TalkWords.parse(opened(_id, 'talk', talk.words)),
    managerView: managerView && z.string().parse(opened(_id, 'managerView', managerView.words)),
  };
}
