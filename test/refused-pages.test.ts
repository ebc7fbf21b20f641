import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './source-tree';

/** A tag of a template with what stands inside it. */
interface Tag {
  name: string;
  written: string;
  inside: Tag[];
  around: Tag | undefined;
}

const program = join(root, 'miniprogram');
/** A component with a frame of its own stands inside that of its page. */
const templates = readdirSync(program, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(^|\/)pages\/([^/]+)\/\2\.wxml$/.test(file) && !file.startsWith('miniprogram_npm'),
);

/**
 * They decide by role, before anything is asked, whether there is a page at all; the gallery shows everything; what is
 * refused where questions are brought in is a file, and another one is the way on.
 */
const DECIDED_BEFORE = [
  'pages/home/home.wxml',
  'pages/community/community.wxml',
  'pages/growth/growth.wxml',
  'packages/gallery/pages/gallery/gallery.wxml',
  'packages/training-admin/pages/import-questions/import-questions.wxml',
];
/** Open to everybody, or saying themselves for whom they are: without a frame, as long as they stand here. */
const WITHOUT_FRAME = [
  'pages/admin/admin.wxml',
  'pages/me/me.wxml',
  'packages/classroom/pages/edit-session/edit-session.wxml',
  'packages/exit/pages/new-improvement/new-improvement.wxml',
  'packages/exit/pages/verify/verify.wxml',
  'packages/offboarding/pages/open-leaving/open-leaving.wxml',
  'packages/people/pages/join/join.wxml',
  'packages/people/pages/new-hire/new-hire.wxml',
];
/** Sheets lie above the page, and something on it has to open them. */
const SHEET = /^(?:t-popup|t-dialog|celebration|colleague-picker|[\w-]+-sheet)$/;

function treeOf(template: string): Tag {
  const tree: Tag = { name: '', written: '', inside: [], around: undefined };
  let at = tree;
  for (const [written, end, name = '', , alone] of template.matchAll(/<(\/?)([\w-]+)((?:"[^"]*"|[^">])*?)(\/?)>/g)) {
    if (end !== '') at = at.around ?? tree;
    else {
      const tag: Tag = { name, written, inside: [], around: at };
      at.inside.push(tag);
      if (alone === '') at = tag;
    }
  }
  return tree;
}

const all = (tag: Tag): Tag[] => [tag, ...tag.inside.flatMap(all)];
const hasDeeds = (tag: Tag): boolean =>
  !SHEET.test(tag.name) && (/\s(?:bind|catch):?\w/.test(tag.written) || tag.inside.some(hasDeeds));

/** What can be done beside the frame, whatever the frame says. */
function unguarded(template: string): string[] {
  const frame = all(treeOf(template)).find(({ name }) => name === 'page-frame');
  const found: string[] = [];
  for (let tag = frame; tag?.around; tag = tag.around) {
    const beside = tag.around.inside.filter((each) => each !== tag && hasDeeds(each));
    found.push(...beside.filter(({ written }) => !/wx:if="[^"]*\bframe\./.test(written)).map(({ written }) => written));
  }
  return found;
}

test('a deed beside a frame is seen, whatever it stands in; one under the frame, a sheet and a text are none', () => {
  const beside = (tags: string) =>
    unguarded(`<view><page-frame frame="{{frame}}"><a bind:tap="x" /></page-frame>${tags}</view>`);
  expect(beside('<view class="bottom-bar"><t-button a="{{b > 1}}" bind:tap="go">去</t-button></view>')).toHaveLength(1);
  expect(beside('<view wx:if="{{may}}"><t-button bind:tap="go" /></view>')).toHaveLength(1);
  expect(beside(`<view wx:if="{{frame.state === 'ready' && may}}"><t-button bind:tap="go" /></view>`)).toEqual([]);
  expect(beside('<confirm-sheet bind:dismiss="close"><a bind:tap="x" /></confirm-sheet><view>字</view>')).toEqual([]);
  expect(unguarded('<view><a bind:tap="x" /></view>')).toEqual([]);
});

test.each(templates.filter((file) => !DECIDED_BEFORE.includes(file)))(
  'who is refused %s is offered nothing that would be refused too',
  (file) => {
    expect(unguarded(readFileSync(join(program, file), 'utf8'))).toEqual([]);
  },
);

const written = (file: string) => readFileSync(join(program, file), 'utf8');
const isFramed = (template: string) => all(treeOf(template)).some(({ name }) => name === 'page-frame');

test('a page without a frame is one that says itself whom it is for', () => {
  const allowed = [...DECIDED_BEFORE, ...WITHOUT_FRAME];
  expect(templates.filter((file) => !isFramed(written(file)) && !allowed.includes(file))).toEqual([]);
});

test('no frame is ready before somebody said who may see what is in it', () => {
  const others = templates.filter((file) => !DECIDED_BEFORE.includes(file));
  const begun = others.filter((file) => /^ {4}frame: ready\b/m.test(written(file.replace(/wxml$/, 'ts'))));
  expect(begun).toEqual([]);
});
