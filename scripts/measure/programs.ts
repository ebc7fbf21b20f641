import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type OpenedPage, openPages } from '../../simulator/phone/open-pages';
import { isDemos, layOutDemos } from './tdesign-demos';

/**
 * Programs nobody here wrote, every page opened once: `--from <folder>`, as often as there are programs, each the
 * folder of a project.config.json or a checkout of TDesign's own repository, whose demos are laid out first. Pages that
 * need a query are named as `openPages` takes them.
 */
export async function* programs(): AsyncGenerator<object> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(3),
    options: { from: { type: 'string', multiple: true }, pictures: { type: 'string' } },
    allowPositionals: true,
  });
  if (values.from === undefined)
    throw new Error('npm run measure -- programs --from FOLDER [--from FOLDER] [page?query]');
  const made = mkdtempSync(join(tmpdir(), 'programs-'));
  try {
    for (const from of values.from.map((each) => resolve(each))) {
      const program = basename(from);
      const folder = isDemos(from) ? await layOutDemos(from, join(made, program)) : from;
      const opened: OpenedPage[] = [];
      const pictures = values.pictures === undefined ? undefined : join(values.pictures, program);
      for await (const page of openPages(folder, { named: positionals, pictures })) opened.push(page);
      yield { program, ...summary(opened) };
    }
  } finally {
    rmSync(made, { recursive: true });
  }
}

function summary(opened: OpenedPage[]): object {
  const pages = opened.filter((page) => page.page !== 'build');
  const wanting = opened.filter((page) => page.problems.length > 0);
  return {
    pages: pages.length,
    clean: pages.filter((page) => page.clean).length,
    withoutError: pages.length - wanting.length,
    undeclaredTags: pages.filter((page) => page.undeclared.length > 0).length,
    openMsMedian: median(pages.map((page) => page.openMs)),
    openMsMost: Math.max(0, ...pages.map((page) => page.openMs)),
    problems: wanting.map(({ page, problems }) => ({ page, problems })),
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
