import { shell } from '../shell';
import { type Api, ApiError, asyncApi, list } from './api';

type Binding = 'accept' | 'reject' | '';
const DRAWER = `phone:employee-relation:${shell.openId}`;

function binding(): Binding {
  const kept = localStorage.getItem(DRAWER);
  return kept === 'accept' || kept === 'reject' ? kept : '';
}

/** At most this many templates at once. */
const MOST_TEMPLATES = 6;

/** 用工关系: the person agrees once, in a dialog of WeChat's own, to be written to as an employee. */
export const relationApi: Record<string, Api> = {
  bindEmployeeRelation: asyncApi('bindEmployeeRelation', async (options) => {
    const templates = list(options, 'tmplIds').map(String);
    if (templates.length > MOST_TEMPLATES) throw new ApiError('tmplIds should not be more than 6');
    const bindingStatus = (await shell.askRelation()) ? 'accept' : 'reject';
    localStorage.setItem(DRAWER, bindingStatus);
    const asked = bindingStatus === 'accept' && templates.length > 0;
    const accepted = asked ? await shell.askSubscription(templates) : [];
    const answers = templates.map((id) => [id, accepted.includes(id) ? 'accept' : 'reject']);
    return { ...Object.fromEntries(answers), bindingStatus };
  }),
  checkEmployeeRelation: asyncApi('checkEmployeeRelation', () => ({ bindingStatus: binding() })),
};
