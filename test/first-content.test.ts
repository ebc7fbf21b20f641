import { join } from 'node:path';
import { readProgram } from '../simulator/phone/build/read-program';

const { components } = readProgram(join(__dirname, '../miniprogram'));
const configOf = new Map(components.map(({ is, config }) => [is, config]));

/** What WeChat runs before it draws a page: all that the page uses, unless a placeholder stands for it at first. */
function runBefore(page: string): Set<string> {
  const seen = new Set<string>();
  const visit = (is: string): void => {
    if (seen.has(is)) return;
    seen.add(is);
    const { usingComponents = {}, componentPlaceholder = {} } = configOf.get(is) ?? {};
    for (const [tag, used] of Object.entries(usingComponents)) if (!(tag in componentPlaceholder)) visit(used);
  };
  visit(page);
  return seen;
}

test.each(['pages/home/home', 'custom-tab-bar/index'])('nothing of a library is run before %s is drawn', (page) => {
  const before = [...runBefore(page)];
  expect([...configOf.keys()]).toContain(page);
  expect(before.filter((is) => is.startsWith('miniprogram_npm/'))).toEqual([]);
});
