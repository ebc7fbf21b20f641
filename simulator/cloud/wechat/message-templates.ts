import { existsSync, readFileSync } from 'node:fs';
import { sayError } from '../cloud-error';
import { isDocument } from '../database/document';
import { WeChatRefusal } from './wechat-answer';

/** A message template of the account, as WeChat's `GET /wxaapi/newtmpl/gettemplate` lists it. */
export interface MessageTemplate {
  priTmplId: string;
  title: string;
  /** A line a field: `姓名:{{name1.DATA}}`. */
  content: string;
  /** What a message looks like, a line a field; may be empty. */
  example: string;
  /** 2: one message for each acceptance; 3: for good. Those for employees are of the second kind. */
  type: 2 | 3;
}

/** The fields of a template by name, for instance `thing1`. */
function fieldsOf({ content }: MessageTemplate): string[] {
  return [...content.matchAll(/\{\{(\w+)\.DATA\}\}/g)].flatMap(([, name]) => name ?? []);
}

/** A list of templates that cannot be read, in one sentence. */
export class BrokenTemplates extends Error {}

/**
 * Reads the account's templates: a file holding WeChat's own answer, `{"data": [{"priTmplId": …}]}`.
 *
 * @returns undefined when there is no such file: then any id is taken for a template
 * @throws BrokenTemplates
 */
export function readTemplates(file: string): MessageTemplate[] | undefined {
  if (!existsSync(file)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new BrokenTemplates(`The templates ${file} cannot be read: ${sayError(error)}`);
  }
  const listed = isDocument(read) ? read.data : undefined;
  if (!Array.isArray(listed)) throw new BrokenTemplates(`The templates ${file} must be {"data": […]}.`);
  return listed.map((template: unknown, index) => {
    const { priTmplId, title, content, example = '', type = 2 } = isDocument(template) ? template : {};
    const texts = [priTmplId, title, content, example].every((text) => typeof text === 'string');
    if (!texts || priTmplId === '' || (type !== 2 && type !== 3)) {
      throw new BrokenTemplates(`Template ${index + 1} of ${file} needs priTmplId, title, content and type 2 or 3.`);
    }
    return { priTmplId, title, content, example, type } as MessageTemplate;
  });
}

/**
 * A message must be of a template of the account and fill all its fields.
 *
 * @throws WeChatRefusal 40037 for an unknown template, 47003 for a field that is missing
 */
export function checkTemplate(templates: MessageTemplate[] | undefined, id: string, data: unknown): void {
  if (templates === undefined) return;
  const template = templates.find(({ priTmplId }) => priTmplId === id);
  if (template === undefined) throw new WeChatRefusal(40037, 'invalid template_id');
  const given = isDocument(data) ? data : {};
  const missing = fieldsOf(template).find((name) => !Object.hasOwn(given, name));
  if (missing !== undefined) throw new WeChatRefusal(47003, `argument invalid! data.${missing}.value is empty`);
}
