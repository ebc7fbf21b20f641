import type { ComponentConfig, StyleSheet } from '../browser/program';
import { bundleScripts } from './bundle-scripts';
import { compileTemplates } from './compile-templates';
import { type ReadProgram, readProgram } from './read-program';
import { transformWxss } from './transform-wxss';
import { weighPackages } from './weigh-packages';

/** A mini program compiled for the phone, kept in memory. */
export interface ProgramBuild {
  /** Classic script: sets `window.phoneProgram` (see browser/program.ts). */
  script: string;
  /** Source map of `script`, '' in production. */
  map: string;
  /** Sentences; the phone lists them too. */
  problems: string[];
  millis: number;
}

/**
 * Compiles the mini program in `root`. Never throws for what is wrong in the program: that becomes a problem, so
 * that the phone can show it.
 */
export async function buildProgram(root: string, production: boolean): Promise<ProgramBuild> {
  const started = performance.now();
  const program = readProgram(root);
  const problems = program.problems;
  const names = program.components.map((component) => component.is);
  const templates = compileTemplates(program.files, names, problems);
  const styles = compileStyles(program, problems);
  const scripts = await bundleScripts(program, names, production, problems);
  const parts = ['json', 'wxml', 'wxss'];
  const used = names.flatMap((name) => parts.map((part) => `${name}.${part}`));
  weighPackages(program.files, [...scripts.sources, ...used], program.roots, problems);
  const components: Record<string, { config: ComponentConfig; isPage: boolean }> = {};
  for (const { is, config, isPage } of program.components) components[is] = { config, isPage };
  const fields = [
    `app:${JSON.stringify(program.app)}`,
    `components:${JSON.stringify(components)}`,
    `styles:${JSON.stringify(styles)}`,
    `templates:()=>${templates}`,
    'scripts:globalThis.phoneScripts',
    `problems:${JSON.stringify(problems)}`,
  ];
  const assigned = `globalThis.phoneProgram={${fields.join(',\n')}};`;
  const script = `${scripts.code}\n${assigned}\n//# sourceMappingURL=program.js.map\n`;
  return { script, map: scripts.map, problems, millis: Math.round(performance.now() - started) };
}

function compileStyles(program: ReadProgram, problems: string[]): Record<string, StyleSheet> {
  const styles: Record<string, StyleSheet> = {
    app: { css: transformWxss(program.files, 'app.wxss', '', problems), scope: '' },
  };
  program.components.forEach(({ is, config }, index) => {
    const shared = config.styleIsolation === 'shared' || config.styleIsolation === 'page-shared';
    const scope = shared ? '' : `s${index}`;
    styles[is] = { css: transformWxss(program.files, `${is}.wxss`, scope, problems), scope };
  });
  return styles;
}
