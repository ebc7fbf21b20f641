import * as glassEasel from 'glass-easel';
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { BuiltPackage, BuiltProgram } from '../program';
import { builtins } from './builtins/all-builtins';
import { registerBuiltin } from './builtins/builtin';
import { navigationBar } from './builtins/navigation-bar';
import { navigator } from './builtins/navigator';
import { extendCallers } from './caller-methods';
import { ComponentDefiner, fireReady } from './define-components';
import { plainEventTargets } from './event-dispatch';
import { endInspection, inspectNode, inspectStorage, inspectTree } from './inspect';
import { watchKeyboard } from './keyboard-input';
import { laterModules, replacePlaceholders } from './later-code';
import type { PageTools } from './page';
import { PageGestures } from './page-gestures';
import { PageStack } from './page-stack';
import { markDownload, markEvaluation, watchPaint } from './performance-marks';
import { PhoneBackend } from './phone-backend';
import { reportError, reportProblem, watchProblems } from './problems';
import { ProgramApp } from './program-app';
import { MAIN, ProgramPackages } from './program-packages';
import { ProgramTheme } from './program-theme';
import { parseQuery, splitUrl } from './route-plan';
import { shareOnTimeline, shareWithFriend } from './share';
import { shell } from './shell';
import { guardSinglePage } from './single-page';
import { watchDialogTaps } from './taps';
import { resolveRelativeTo } from './temp-files';
import { hookTemplate } from './template-hooks';
import { TouchInput } from './touch-input';
import type { Api } from './wx/api';
import { createWx } from './wx/create-wx';
import { networkChanged } from './wx/network-api';
import { routeApi } from './wx/route-api';
import { updateFound } from './wx/update-api';
import { installWxs } from './wxs-runtime';
import { zonedDate, zonedFormat } from './zoned-date';

declare global {
  var phoneProgram: BuiltProgram | undefined;
}

/** Starts the program in this window: framework, built-ins, `wx`, app.js, first page. */
function startFrame(program: BuiltProgram): void {
  globalThis.Date = zonedDate(Date, () => shell.timeZone);
  Intl.DateTimeFormat = zonedFormat(Intl.DateTimeFormat, () => shell.timeZone);
  watchProblems();
  for (const problem of program.problems) reportProblem('build', problem);
  // A property called `data` (TDesign's table has one) must not hide the component's data.
  glassEasel.globalOptions.writeFieldsToNode = false;
  plainEventTargets();
  installWxs();

  const start = splitUrl(`/${shell.startUrl ?? program.app.entryPagePath}`, '');
  const launch = {
    path: start.path,
    query: parseQuery(start.query),
    scene: shell.scene,
    referrerInfo: {},
    shareTicket: undefined,
  };
  const app = new ProgramApp(launch);
  const tools = createTools(program);
  replacePlaceholders(tools);
  const pages = new PageStack(tools);
  const gestures = new PageGestures(pages);
  const routes: Record<string, Api> = routeApi(pages);
  guardSinglePage(routes);
  registerBuiltin(
    tools.space.getComponentSpace(),
    navigator({
      navigate: (options) => Promise.resolve(routes.navigateTo?.(options)),
      redirect: (options) => Promise.resolve(routes.redirectTo?.(options)),
      switchTab: (options) => Promise.resolve(routes.switchTab?.(options)),
      reLaunch: (options) => Promise.resolve(routes.reLaunch?.(options)),
      navigateBack: (options) => Promise.resolve(routes.navigateBack?.(options)),
    }),
  );
  registerBuiltin(
    tools.space.getComponentSpace(),
    navigationBar(() => pages.showChrome()),
  );
  extendCallers(pages);
  watchPaint(() => pages.current?.path ?? start.path);
  resolveRelativeTo(() => `${pages.current?.path ?? ''}`);

  Object.assign(window, {
    wx: createWx(pages, gestures, launch, app.events()),
    getCurrentPages: () => pages.pages.map((page) => page.caller),
    global: window,
    phoneRequire: laterModules(tools),
  });
  app.install();
  const begin = (): void => {
    runApp(tools.packages.script('app'));
    app.show();
  };
  if (tools.packages.has('')) begin();
  else tools.packages.mainCame = begin;
  app.start({ wake: () => pages.current?.wake(), rest: () => pages.current?.rest() });
  new TouchInput().watch();
  watchDialogTaps();
  watchKeyboard();
  gestures.watch();
  connectShell(pages, app);
  openFirst(pages, app, start, program.app.entryPagePath);
}

function runApp(app: (() => void) | undefined): void {
  try {
    markEvaluation('', ['app.js'], () => app?.());
  } catch (error) {
    reportError('app.js', error);
  }
}

function createTools(program: BuiltProgram): PageTools {
  const environment = new MiniProgramEnv();
  const space: CodeSpace = environment.createCodeSpace('', true);
  const theme = new ProgramTheme(program.app, shell.theme);
  document.documentElement.dataset.theme = theme.shown;
  const packages = new ProgramPackages(program, (built) => install(built));
  const isShared = (is: string) => is !== 'app' && packages.sheet(is)?.scope === '';
  const backend = new PhoneBackend(isShared, theme);
  const associated = environment.associateBackend(backend);
  for (const builtin of builtins) registerBuiltin(space.getComponentSpace(), builtin);
  fireReady(space);
  const install = (built: BuiltPackage): void => {
    for (const [is, sheet] of Object.entries(built.styles)) {
      associated.registerStyleSheetContent(is, sheet.css);
      space.addStyleSheet(is, is, sheet.scope);
    }
    addComponents(space, built);
  };
  // Not there when the first page is in an independent subpackage.
  if (globalThis.phonePackages?.[''] !== undefined) {
    markDownload('', MAIN);
    packages.install('');
  }
  const config = (is: string) => packages.config(is);
  const { lazyCode } = program.app;
  const dependencies = (is: string) => [
    ...Object.entries(config(is)?.usingComponents ?? {}).flatMap(([tag, used]) =>
      lazyCode && tag in (config(is)?.componentPlaceholder ?? {}) ? [] : [used],
    ),
    ...Object.values(config(is)?.componentGenerics ?? {}).flatMap((each) => (each === true ? [] : [each.default])),
  ];
  const definer = new ComponentDefiner(space, (is) => packages.script(is), dependencies);
  definer.install();
  const define = (is: string) => definer.define(is);
  return { backend, associated, space, app: program.app, packages, theme, config, define };
}

function addComponents(space: CodeSpace, built: BuiltPackage): void {
  const groupList = built.templates();
  for (const [is, { config: own, isPage }] of Object.entries(built.components)) {
    const { usingComponents, window: _window, ...rest } = own;
    const absolute = Object.fromEntries(Object.entries(usingComponents).map(([tag, used]) => [tag, `/${used}`]));
    // Pages are shared unless they say otherwise, also those made by Component().
    const generics = Object.entries(rest.componentGenerics).map(([name, generic]) =>
      generic === true ? [name, true] : [name, { default: `/${generic.default}` }],
    );
    const componentGenerics = Object.fromEntries(generics);
    const settings = { ...rest, component: !isPage, usingComponents: absolute, componentGenerics };
    space.addComponentStaticConfig(is, settings as Parameters<typeof space.addComponentStaticConfig>[1]);
    if (!(is in groupList)) continue;
    const template = { groupList, content: hookTemplate((name) => groupList[is]?.(name)) };
    space.addCompiledTemplate(is, template as Parameters<typeof space.addCompiledTemplate>[1]);
  }
}

function connectShell(pages: PageStack, app: ProgramApp): void {
  const ignore = (): undefined => undefined;
  window.phoneFrame = {
    back: () => void pages.go('navigateBack', { delta: 1 }).catch(ignore),
    home: () => void pages.go('reLaunch', { url: `/${pages.tools.app.entryPagePath}` }),
    tabTapped: (index) => {
      const path = pages.tabs[index];
      if (path === undefined) return;
      const tapped = () => pages.current?.run('onTabItemTap', pages.tabItem(path));
      if (pages.current?.path === path) tapped();
      else void pages.go('switchTab', { url: `/${path}` }).then(tapped);
    },
    share: (where) => {
      const page = pages.current;
      if (page !== undefined) void (where === 'friend' ? shareWithFriend(page, 'menu') : shareOnTimeline(page));
    },
    inspectTree: () => (pages.current === undefined ? [] : inspectTree(pages.current)),
    inspectNode,
    inspectStorage,
    endInspection,
    networkChanged,
    updateFound,
    themeChanged: (changed) => {
      const { theme, backend } = pages.tools;
      if (!theme.change(changed)) return;
      document.documentElement.dataset.theme = theme.shown;
      backend.themeChanged();
      pages.current?.paint();
      pages.showChrome();
      app.themeChanged(theme.shown);
    },
  };
}

function openFirst(pages: PageStack, app: ProgramApp, start: { path: string; query: string }, entry: string): void {
  const url = `/${start.path}${start.query === '' ? '' : `?${start.query}`}`;
  pages.go('reLaunch', { url }).catch((error: unknown) => {
    reportError('first page', error);
    app.pageNotFound(start.path);
    if (start.path !== entry) void pages.go('reLaunch', { url: `/${entry}` });
  });
}

/** A program that WeChat would not take does not start here either: it says why instead. */
function refuseStart(sentence: string): void {
  watchProblems();
  reportProblem('build', sentence);
  const note = document.createElement('p');
  note.className = 'phone-refused';
  note.setAttribute('role', 'alert');
  note.textContent = `微信不接受这个小程序：${sentence}`;
  document.body.append(note);
}

const program = globalThis.phoneProgram;
const main = globalThis.phonePackages?.[''] === undefined ? undefined : program?.refused[''];
const refusal = main ?? program?.refused['*'];
if (program === undefined) {
  shell.report({ kind: 'build', message: 'the compiled program cannot be read by the browser', page: '' });
} else if (refusal !== undefined) refuseStart(refusal);
else startFrame(program);
