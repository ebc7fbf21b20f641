import { isDocument } from '../database/document';
import { WeChatRefusal } from './wechat-answer';

/** What a value of each kind of template field must look like, by the kind's name (`thing` of `thing1`). */
const KINDS: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  name: /^([\p{Script=Han}·]{1,10}|[^\p{Script=Han}\d]{1,20})$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  number: /^[\d.+-]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  time: /^[\d年月日:/\-~ ]{4,40}$/,
  date: /^[\d年月日:/\-~ ]{4,40}$/,
  amount: /^[^\d\s]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^.{1,8}$/su,
  phrase: /^\p{Script=Han}{1,5}$/u,
};

/**
 * Checks the fields of a message by the kind in their names, lengths in characters.
 *
 * @throws WeChatRefusal 47003 that names the first field WeChat would refuse
 */
export function checkMessageFields(data: unknown): void {
  if (!isDocument(data) || Object.keys(data).length === 0)
    throw new WeChatRefusal(47003, 'argument invalid! data is empty');
  for (const [name, field] of Object.entries(data)) {
    const pattern = KINDS[name.replace(/\d+$/, '')];
    const value = isDocument(field) ? field.value : undefined;
    if (pattern === undefined || !pattern.test(String(value ?? ''))) {
      throw new WeChatRefusal(47003, `argument invalid! data.${name}.value invalid`);
    }
  }
}
