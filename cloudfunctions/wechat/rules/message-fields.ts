import { clockOf } from '../../../shared/kernel/day';
import type { Instant } from '../../../shared/kernel/scalar';
import type { TemplateDeclaration } from '../../../shared/wechat/templates';

/** `thing` takes at most 20 characters. */
const longestThing = 20;

/** Cut with an ellipsis, without breaking a character in two; line breaks become blanks. */
function thing(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= longestThing ? characters.join('') : `${characters.slice(0, longestThing - 1).join('')}…`;
}

export interface ReminderText {
  subject: string;
  line: string;
  at: Instant;
}

/** A reminder in the fields of its template. */
export function messageFields({ fields }: TemplateDeclaration, { subject, line, at }: ReminderText) {
  return {
    [fields.subject]: { value: thing(subject) },
    [fields.line]: { value: thing(line) },
    [fields.at]: { value: clockOf(at) },
  };
}
