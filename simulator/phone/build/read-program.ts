import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppConfig, ComponentConfig, StyleIsolation, Subpackage } from '../browser/program';
import { readPreloads } from './packages';
import { folderOf, normalize, ProgramFiles } from './program-files';

/** One page or component as the build sees it. */
export interface ProgramComponent {
  /** Virtual path without extension: what WeChat calls `is`. */
  is: string;
  isPage: boolean;
  config: ComponentConfig;
}

/** A mini program read from disk: configuration and the closure of its components, nothing compiled yet. */
export interface ReadProgram {
  files: ProgramFiles;
  app: AppConfig;
  components: ProgramComponent[];
  /** app.json's `resolveAlias`: what an imported path may begin with, and what stands for it (both without `*`). */
  aliases: [string, string][];
  /** Sentences about what could not be read. */
  problems: string[];
}

/** Reads `miniprogramRoot` from a project.config.json. @returns an absolute path */
export function programRoot(projectFile: string): string {
  const project: unknown = JSON.parse(readFileSync(projectFile, 'utf8'));
  const declared = isRecord(project) && typeof project.miniprogramRoot === 'string' ? project.miniprogramRoot : '.';
  return path.resolve(path.dirname(projectFile), declared);
}

/** Reads app.json and every page and component that can be reached from it. */
export function readProgram(root: string): ReadProgram {
  const files = new ProgramFiles(root);
  const problems: string[] = [];
  const json = readJson(files, 'app.json', problems);
  const app = readApp(files, json, problems);
  const aliases = Object.entries(variables(json.resolveAlias)).map(([from, to]): [string, string] => [
    from.replace(/\*$/, ''),
    normalize(to.replace(/\*$/, '')),
  ]);
  const components = new Map<string, ProgramComponent>();
  const pages = new Set(app.pages);

  const visit = (is: string, from: string): void => {
    if (components.has(is)) return;
    const isPage = pages.has(is);
    if (files.script(is) === undefined) {
      problems.push(`${from}: ${isPage ? 'page' : 'component'} "${is}" has no script`);
      return;
    }
    const component: ProgramComponent = { is, isPage, config: readComponent(files, is, isPage, app, problems) };
    components.set(is, component);
    for (const used of usedBy(component.config)) visit(used, `${is}.json`);
  };
  for (const page of app.pages) visit(page, 'app.json');
  if (app.tabBar?.custom) visit('custom-tab-bar/index', 'app.json tabBar.custom');
  return { files, app, components: [...components.values()], aliases, problems };
}

function usedBy(config: ComponentConfig): string[] {
  return [
    ...Object.values(config.usingComponents),
    ...Object.values(config.componentGenerics).flatMap((generic) =>
      typeof generic === 'object' && generic.default !== undefined ? [generic.default] : [],
    ),
  ];
}

function readApp(files: ProgramFiles, app: Record<string, unknown>, problems: string[]): AppConfig {
  if (app.style === 'v2') {
    // TDesign's own instructions say so too: the new built-in styles break its buttons.
    problems.push('app.json: "style": "v2" is not drawn by this phone, and breaks TDesign in WeChat: remove it');
  }
  const pages = [
    ...strings(app.pages),
    ...subpackages(app).flatMap((pack) => strings(pack.pages).map((page) => `${trim(pack.root)}/${page}`)),
  ];
  const packs = subpackages(app).map(
    (pack): Subpackage => ({
      root: trim(pack.root),
      name: text(pack.name, ''),
      independent: pack.independent === true,
    }),
  );
  const preloadRule = isRecord(app.preloadRule) ? app.preloadRule : {};
  const tabBar = isRecord(app.tabBar) ? app.tabBar : undefined;
  const tabs = tabBar !== undefined && Array.isArray(tabBar.list) ? tabBar.list.filter(isRecord) : [];
  return {
    pages: pages.map(trim),
    entryPagePath: typeof app.entryPagePath === 'string' ? trim(app.entryPagePath) : trim(pages[0]),
    darkmode: app.darkmode === true,
    lazyCode: app.lazyCodeLoading === 'requiredComponents',
    themes: readThemes(files, app.themeLocation, problems),
    requiredPrivateInfos: strings(app.requiredPrivateInfos),
    purposes: readPurposes(app.permission),
    window: isRecord(app.window) ? app.window : {},
    usingComponents: resolveAll(files, app.usingComponents, '', 'app.json', problems),
    subpackages: packs,
    ...(isRecord(app.singlePage) && typeof app.singlePage.navigationBarFit === 'string'
      ? { singlePageFit: app.singlePage.navigationBarFit }
      : {}),
    preloads: readPreloads(preloadRule, pages.map(trim), packs, problems),
    ...(tabBar === undefined
      ? {}
      : {
          tabBar: {
            custom: tabBar.custom === true,
            color: text(tabBar.color, '#7a7e83'),
            selectedColor: text(tabBar.selectedColor, '#3cc51f'),
            backgroundColor: text(tabBar.backgroundColor, '#ffffff'),
            borderStyle: text(tabBar.borderStyle, 'black'),
            list: tabs.map((tab) => ({
              pagePath: trim(tab.pagePath),
              text: text(tab.text, ''),
              iconPath: text(tab.iconPath, ''),
              selectedIconPath: text(tab.selectedIconPath, ''),
            })),
          },
        }),
  };
}

function readPurposes(declared: unknown): AppConfig['purposes'] {
  const entries = Object.entries(isRecord(declared) ? declared : {});
  return Object.fromEntries(entries.map(([scope, said]) => [scope, isRecord(said) ? text(said.desc, '') : '']));
}

function subpackages(app: Record<string, unknown>): Record<string, unknown>[] {
  return [app.subpackages, app.subPackages].flatMap((list) => (Array.isArray(list) ? list.filter(isRecord) : []));
}

/** The variables of theme.json; they may stand for colours and icons of window and tab bar. */
function readThemes(files: ProgramFiles, location: unknown, problems: string[]): AppConfig['themes'] {
  if (typeof location !== 'string' || location === '') return { light: {}, dark: {} };
  const declared = readJson(files, normalize(location), problems);
  return { light: variables(declared.light), dark: variables(declared.dark) };
}

function variables(declared: unknown): Record<string, string> {
  const entries = Object.entries(isRecord(declared) ? declared : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function readComponent(
  files: ProgramFiles,
  is: string,
  isPage: boolean,
  app: AppConfig,
  problems: string[],
): ComponentConfig {
  const json = files.exists(`${is}.json`) ? readJson(files, `${is}.json`, problems) : {};
  const own = resolveAll(files, json.usingComponents, folderOf(is), `${is}.json`, problems);
  const alone = app.subpackages.some(({ root, independent }) => independent && is.startsWith(`${root}/`));
  const isolation = styleIsolation(json, files.read(files.script(is) ?? '') ?? '', isPage);
  return {
    // What app.json declares for all lies in the main package, which an independent page opens without.
    usingComponents: { ...(alone ? {} : app.usingComponents), ...own },
    componentGenerics: generics(files, json.componentGenerics, is, problems),
    componentPlaceholder: Object.fromEntries(
      Object.entries(isRecord(json.componentPlaceholder) ? json.componentPlaceholder : {}).map(([tag, holder]) => [
        tag,
        text(holder, 'view'),
      ]),
    ),
    styleIsolation: isolation,
    ...(typeof json.pureDataPattern === 'string' ? { pureDataPattern: json.pureDataPattern } : {}),
    window: isPage ? json : {},
  };
}

/**
 * WeChat takes the isolation from the JSON or from `Component({options})`; styles are compiled before any script
 * runs, so the second form is read from the source text.
 */
function styleIsolation(json: Record<string, unknown>, source: string, isPage: boolean): StyleIsolation {
  const inScript = /\bstyleIsolation\s*:\s*['"]([a-z-]+)['"]/.exec(source)?.[1];
  const named = typeof json.styleIsolation === 'string' ? json.styleIsolation : inScript;
  if (named !== undefined && isIsolation(named)) return named;
  const globalClass = json.addGlobalClass === true || /\baddGlobalClass\s*:\s*(?:true|!0)/.test(source);
  if (isPage) return 'shared';
  return globalClass ? 'apply-shared' : 'isolated';
}

function isIsolation(name: string): name is StyleIsolation {
  return ['isolated', 'apply-shared', 'shared', 'page-isolated', 'page-apply-shared', 'page-shared'].includes(name);
}

function generics(
  files: ProgramFiles,
  declared: unknown,
  is: string,
  problems: string[],
): ComponentConfig['componentGenerics'] {
  const entries = Object.entries(isRecord(declared) ? declared : {}).map(([name, generic]) => {
    if (!isRecord(generic) || typeof generic.default !== 'string') return [name, true] as const;
    const target = resolveAll(files, { [name]: generic.default }, folderOf(is), `${is}.json`, problems)[name];
    return [name, target === undefined ? true : { default: target }] as const;
  });
  return Object.fromEntries(entries);
}

function resolveAll(
  files: ProgramFiles,
  declared: unknown,
  folder: string,
  from: string,
  problems: string[],
): Record<string, string> {
  const resolved: Record<string, string> = {};
  for (const [tag, request] of Object.entries(isRecord(declared) ? declared : {})) {
    const target = typeof request === 'string' ? files.resolveComponent(request, folder) : undefined;
    if (target === undefined) problems.push(`${from}: component "${tag}" not found at "${String(request)}"`);
    else resolved[tag] = target;
  }
  return resolved;
}

function readJson(files: ProgramFiles, virtualPath: string, problems: string[]): Record<string, unknown> {
  const source = files.read(virtualPath);
  if (source === undefined) {
    problems.push(`${virtualPath} is missing`);
    return {};
  }
  try {
    const parsed: unknown = JSON.parse(source);
    if (isRecord(parsed)) return parsed;
    problems.push(`${virtualPath}: an object is expected`);
  } catch (error) {
    problems.push(`${virtualPath}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function trim(value: unknown): string {
  return text(value, '').replace(/^\/+|\/+$|\.html$/g, '');
}
