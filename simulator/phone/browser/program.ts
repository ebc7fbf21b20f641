/** What the build hands to the phone in the browser. Shared by both sides; types only. */

export type StyleIsolation =
  | 'isolated'
  | 'apply-shared'
  | 'shared'
  | 'page-isolated'
  | 'page-apply-shared'
  | 'page-shared';

/** app.json as far as the phone uses it; page paths without leading slash, subpackages already joined. */
export interface AppConfig {
  /** Whether the program says it has a dark look; without, it never hears of the phone's. */
  darkmode: boolean;
  /** Variables of theme.json by theme, named `@name` in window and tab bar settings. */
  themes: { light: Record<string, string>; dark: Record<string, string> };
  /** `"lazyCodeLoading": "requiredComponents"`: a component with a placeholder runs when it is first drawn. */
  lazyCode: boolean;
  pages: string[];
  entryPagePath: string;
  /** Location calls that the program may make. */
  requiredPrivateInfos: string[];
  /** By scope: what app.json's `permission` says that the program wants it for. */
  purposes: Record<string, string>;
  window: Record<string, unknown>;
  /** How WeChat's bar lies to a page that is open in Moments: over it (`float`) or above it (`squeezed`). */
  singlePageFit?: string;
  usingComponents: Record<string, string>;
  /** The main package is none of them. */
  subpackages: Subpackage[];
  /** By page: roots of the packages fetched ahead once it is shown, '' for the main one. */
  preloads: Record<string, Preload>;
  tabBar?: TabBarConfig;
}

export interface Subpackage {
  /** Folder, without slashes around it. */
  root: string;
  /** What `preloadRule` may call it besides its root; '' when it has no name. */
  name: string;
  /** Whether its pages open without the main package. */
  independent: boolean;
}

export interface Preload {
  /** `wifi` (WeChat's default): not over a weaker network. */
  network: 'all' | 'wifi';
  roots: string[];
}

export interface TabBarConfig {
  custom: boolean;
  color: string;
  selectedColor: string;
  backgroundColor: string;
  borderStyle: string;
  list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[];
}

/** A page's or component's JSON, its component paths resolved to `is`. */
export interface ComponentConfig {
  usingComponents: Record<string, string>;
  componentGenerics: Record<string, true | { default: string }>;
  componentPlaceholder: Record<string, string>;
  styleIsolation: StyleIsolation;
  pureDataPattern?: string;
  /** The page's window settings; empty for a component. */
  window: Record<string, unknown>;
}

/** One style sheet, already scoped; `scope` is '' for a shared one. */
export interface StyleSheet {
  css: string;
  scope: string;
}

/** The code of one package, as its script brings it: nothing of it has run yet. */
export interface BuiltPackage {
  components: Record<string, { config: ComponentConfig; isPage: boolean }>;
  styles: Record<string, StyleSheet>;
  /** Template generators of glass-easel by `is`; evaluated once, when first read. */
  templates(): Record<string, (name: string) => unknown>;
  /** Runs app.js ('app') or a component's script, once. */
  scripts: Record<string, () => void>;
}

/** What is known of the compiled program before any package is there: set on `window.phoneProgram` by /app/about.js. */
export interface BuiltProgram {
  app: AppConfig;
  /** By page: roots of the packages that it cannot be shown without, '' for the main one. */
  needs: Record<string, string[]>;
  /** Why WeChat would not take the package, by root ('' for the main package, '*' for all together). */
  refused: Record<string, string>;
  /** Differs whenever the code does. */
  version: string;
  /** What the build had to complain about, in sentences. */
  problems: string[];
}
