import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { employeeTemplate, templates } from '../shared/wechat/templates';
import type { MessageTemplate } from '../simulator/cloud/wechat/message-templates';
import { root } from './source-tree';

/** The account's templates as WeChat lists them; the local WeChat reads this file. */
const { data: listed } = JSON.parse(readFileSync(join(root, 'subscribe-templates.json'), 'utf8')) as {
  data: MessageTemplate[];
};

const sorted = (fields: Iterable<string>) => [...fields].sort();

describe('the templates that we send with', () => {
  const declared = [...Object.values(templates).map((one) => ({ ...one, type: 2 })), { ...employeeTemplate, type: 3 }];

  it.each(declared)("$title is in the account's list, with the same fields and of the right kind", (template) => {
    const there = listed.find(({ priTmplId }) => priTmplId === template.id);
    expect(there).toMatchObject({ title: template.title, type: template.type });
    const fields = [...(there?.content ?? '').matchAll(/\{\{(\w+)\.DATA\}\}/g)].map(([, name]) => String(name));
    expect(sorted(fields)).toEqual(sorted(Object.values(template.fields)));
  });

  it('are all that the account has', () => {
    expect(sorted(listed.map(({ priTmplId }) => priTmplId))).toEqual(sorted(declared.map(({ id }) => id)));
  });
});
