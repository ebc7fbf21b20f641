import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contracts } from '../../shared/contracts';
import { projectFiles, root } from '../../test/source-tree';
import { run } from '../check-types-and-style';
import { addCall } from './add-call';

jest.setTimeout(120_000);

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-call-'));
  // A test that lists every call by hand asks for the new one, which is its purpose: the compiler names it.
  const isTestOfAContext = (path: string) => /^cloudfunctions\/.*\.test\.ts$/.test(path);
  const needed = projectFiles.filter((path) => !path.startsWith('docs/') && !isTestOfAContext(path));
  for (const path of needed) cpSync(join(root, path), join(copy, path));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('a new call', () => {
  it('of any context compiles, is in good style, and its test passes before a line is written by hand', async () => {
    // The new call is one for employees: wechat has none.
    const contexts = Object.keys(contracts).filter((context) => context !== 'wechat');
    const written = (await Promise.all(contexts.map((context) => addCall(copy, context, 'thank-colleague')))).flat();
    expect(written).toContain('cloudfunctions/points/handlers/thank-colleague.ts');
    expect(await run('tsc', ['-p', '.'], copy)).toEqual({ ok: true, printed: '' });
    const style = await run('biome', ['check', '--vcs-enabled=false', ...written], copy);
    expect(style.ok ? '' : style.printed).toBe('');
    // All are written alike; what differs by context, the compiler saw.
    const tests = await run('jest', ['--selectProjects', 'house', '--', 'points/handlers/thank-colleague'], copy);
    expect(tests.ok ? '' : tests.printed).toBe('');
  });

  it('is not made twice, and not in a context that is none', async () => {
    await expect(addCall(copy, 'points', 'thank-colleague')).rejects.toThrow('is there already');
    await expect(addCall(copy, 'payroll', 'pay-people')).rejects.toThrow('a context begins with its contract');
    await expect(addCall(copy, 'points', 'redeemGift')).rejects.toThrow('is not a verb and its object');
  });
});
