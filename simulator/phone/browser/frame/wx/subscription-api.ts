import type { AskedTemplate } from '../../bridge';
import { shell } from '../shell';
import { isAfterTap } from '../taps';
import { type Api, asyncApi, type Options } from './api';
import { postJson } from './cloud-request';
import { reachNetwork } from './network-api';

type Choice = 'accept' | 'reject';
type Answers = Record<string, Choice | 'filter'>;

interface Template {
  priTmplId: string;
  title: string;
  content: string;
  example: string;
  type: number;
}

/** Templates of one call. */
const MOST_TEMPLATES = 5;
/** What a person wants kept: 总是保持以上选择. */
const DRAWER = `phone:subscriptions:${shell.openId}`;
const RELATION_DRAWER = `phone:employee-relation:${shell.openId}`;
const MOST_EMPLOYEE_TEMPLATES = 6;

/** WeChat's failures, by its numbers and texts. */
const FAILURES = {
  empty: [10001, "TmplIds can't be empty"],
  listFailed: [10002, 'Request list fail'],
  subscribeFailed: [10003, 'Request subscribe fail'],
  invalid: [10004, 'Invalid template id'],
  unknown: [20001, 'No template data return, verify the template id exist'],
  mixed: [20002, 'Templates type must be same'],
  tooMany: [20003, 'Templates count out of max bounds'],
} as const;

function failed(name: string, kind: keyof typeof FAILURES): never {
  const [errCode, reason] = FAILURES[kind];
  throw { errCode, errMsg: `${name}:fail ${reason}` };
}

/** One-time and lasting messages, and those for employees: asked in dialogs of WeChat's own, counted by the cloud. */
export const subscriptionApi: Record<string, Api> = {
  requestSubscribeMessage: asyncApi('requestSubscribeMessage', async ({ tmplIds }) => {
    const name = 'requestSubscribeMessage';
    if (!isAfterTap()) throw { errMsg: `${name}:fail can only be invoked by user TAP gesture.` };
    const { templates, filtered } = await readTemplates(name, tmplIds, MOST_TEMPLATES);
    if (new Set(templates.map(({ type }) => type)).size > 1) failed(name, 'mixed');
    const answers = await askFor(templates);
    await agree(name, '/phone/subscriptions', answers);
    return { ...answers, ...Object.fromEntries(filtered.map((id) => [id, 'filter'])) };
  }),
  bindEmployeeRelation: asyncApi('bindEmployeeRelation', async ({ tmplIds }) => {
    const name = 'bindEmployeeRelation';
    const { templates } = await readTemplates(name, tmplIds, MOST_EMPLOYEE_TEMPLATES, true);
    const bindingStatus: Choice = (await shell.askRelation()) ? 'accept' : 'reject';
    localStorage.setItem(RELATION_DRAWER, bindingStatus);
    const asked = bindingStatus === 'accept' && templates.length > 0;
    const answers: Answers = asked
      ? await askFor(templates)
      : Object.fromEntries(templates.map(({ priTmplId }) => [priTmplId, 'reject']));
    await agree(name, '/phone/employee-relation', answers);
    return { ...answers, bindingStatus };
  }),
  checkEmployeeRelation: asyncApi('checkEmployeeRelation', () => ({ bindingStatus: relation() })),
};

/** `subscriptionsSetting` of `wx.getSetting`. */
export function subscriptionsSetting(): Options {
  return { mainSwitch: true, itemSettings: keptChoices() };
}

function relation(): Choice | '' {
  const kept = localStorage.getItem(RELATION_DRAWER);
  return kept === 'accept' || kept === 'reject' ? kept : '';
}

/** The templates meant; of several with one title WeChat keeps the first. */
async function readTemplates(
  name: string,
  given: unknown,
  most: number,
  mayBeNone = false,
): Promise<{ templates: Template[]; filtered: string[] }> {
  const ids = Array.isArray(given) ? given : [];
  if (ids.length === 0 && mayBeNone) return { templates: [], filtered: [] };
  if (ids.length === 0) failed(name, 'empty');
  if (ids.some((id) => typeof id !== 'string')) failed(name, 'invalid');
  if (ids.length > most) failed(name, 'tooMany');
  if (!(await reachNetwork())) failed(name, 'listFailed');
  const known = await accountTemplates();
  const wanted = [...new Set(ids.map(String))].map((priTmplId) =>
    known === undefined
      ? { priTmplId, title: priTmplId, content: '', example: '', type: 2 }
      : known.find((template) => template.priTmplId === priTmplId),
  );
  const templates: Template[] = [];
  const filtered: string[] = [];
  for (const template of wanted) {
    if (template === undefined) failed(name, 'unknown');
    if (templates.some(({ title }) => title === template.title)) filtered.push(template.priTmplId);
    else templates.push(template);
  }
  return { templates, filtered };
}

/** The templates of the account; undefined when the project lists none: then any id is one. */
async function accountTemplates(): Promise<Template[] | undefined> {
  const answer = await fetch('/phone/templates');
  const { data } = answer.ok ? ((await answer.json()) as { data?: Template[] }) : {};
  return data;
}

/** Asks in the dialog, unless the person said once and for all. */
async function askFor(templates: readonly Template[]): Promise<Answers> {
  const kept = keptChoices();
  const open = templates.filter(({ priTmplId }) => kept[priTmplId] === undefined);
  const answers: Answers = Object.fromEntries(
    templates.map(({ priTmplId }) => [priTmplId, kept[priTmplId] ?? 'reject']),
  );
  if (open.length === 0) return answers;
  const { accepted, keep } = await shell.askSubscription(open.map(asked));
  for (const { priTmplId } of open) {
    const choice: Choice = accepted.includes(priTmplId) ? 'accept' : 'reject';
    answers[priTmplId] = choice;
    if (keep) kept[priTmplId] = choice;
  }
  localStorage.setItem(DRAWER, JSON.stringify(kept));
  return answers;
}

function asked({ priTmplId, title, content, example, type }: Template): AskedTemplate {
  const fields = content.split('\n').flatMap((line) => /^\s*(.+?)[:：]/.exec(line)?.[1] ?? []);
  return { id: priTmplId, title, lines: example === '' ? fields : example.split('\n'), lasting: type === 3 };
}

async function agree(name: string, path: string, answers: Answers): Promise<void> {
  const accepted = Object.keys(answers).filter((id) => answers[id] === 'accept');
  if (accepted.length === 0) return;
  await postJson(name, path, { accepted }).catch(() => failed(name, 'subscribeFailed'));
}

function keptChoices(): Record<string, Choice> {
  return JSON.parse(localStorage.getItem(DRAWER) ?? '{}') as Record<string, Choice>;
}
