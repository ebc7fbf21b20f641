import { TmplGroup } from 'glass-easel-template-compiler';
import { folderOf, type ProgramFiles } from './program-files';
import { transformWxs } from './transform-wxs';

interface TemplateWarning {
  isError: boolean;
  level: string;
  code: number;
  message: string;
  startLine: number;
}

/** Advice, not errors. */
const ADVICE = ['Info', 'Note'];
/** Warnings about what WeChat's own compiler takes: attributes twice, or with a strange prefix or name. */
const TAKEN_BY_WECHAT = [65545, 65546, 65549];
/** What TDesign 1.16.0 itself makes the compiler say, by component and message; anything else is listed. */
const KNOWN = [
  { path: /tdesign-miniprogram\/(drawer|tag|chat-thinking)\//, message: /invalid attribute/ },
  { path: /tdesign-miniprogram\/table\//, message: /child nodes are not allowed/ },
];

/**
 * Compiles the templates of the components, with everything they import, include and run as WXS.
 * @param outOfReach why something cannot be used from this package, as the end of a sentence
 * @returns a JavaScript expression: `{[path]: generator}`
 */
export function compileTemplates(
  files: ProgramFiles,
  components: string[],
  problems: string[],
  outOfReach: (virtualPath: string) => string | undefined,
): string {
  const group = new TmplGroup();
  try {
    const templates = new Set<string>();
    const scripts = new Set<string>();
    const listOutOfReach = (name: string, from: string): void => {
      const reason = outOfReach(name);
      if (reason !== undefined) problems.push(`${from}: ${name} ${reason}`);
    };
    const addTemplate = (path: string): void => {
      if (templates.has(path)) return;
      templates.add(path);
      const source = files.read(`${path}.wxml`);
      if (source === undefined) {
        if (!components.includes(path)) problems.push(`${path}.wxml is imported but missing`);
        return;
      }
      report(path, group.addTmpl(path, source), problems);
      for (const name of group.getInlineScriptModuleNames(path) as string[]) {
        group.setInlineScript(path, name, transformWxs(group.getInlineScript(path, name)));
      }
      for (const used of group.getDirectDependencies(path) as string[]) {
        listOutOfReach(`${used}.wxml`, `${path}.wxml`);
        addTemplate(used);
      }
      for (const used of group.getScriptDependencies(path) as string[]) addScript(used, path);
    };
    const addScript = (path: string, from: string): void => {
      listOutOfReach(`${path}.wxs`, from);
      if (scripts.has(path)) return;
      scripts.add(path);
      const source = files.read(`${path}.wxs`);
      if (source === undefined) {
        problems.push(`${from}: ${path}.wxs is missing`);
        return;
      }
      const script = transformWxs(source);
      group.addScript(path, script);
      for (const [, request] of script.matchAll(/\brequire\s*\(\s*['"]([^'"]+)['"]/g)) {
        const target = files.resolveFile(`${request}.wxs`, folderOf(path));
        if (target === undefined) problems.push(`${path}.wxs: require("${request}.wxs") not found`);
        else addScript(target.slice(0, -'.wxs'.length), path);
      }
    };
    components.forEach(addTemplate);
    group.setExtraRuntimeScript('Q.A=phoneWxs.listenToChange;Q.C=phoneWxs.callListener;');
    return deferred(group.getTmplGenObjectGroups());
  } finally {
    group.free();
  }
}

const START = /G\["([^"]+)"\]=\(\(\)=>\{/g;
const END = 'return Object.assign(function(R){return H[R]},{_:H})})()';
/** What the generators may find around them in the compiler's own function; `D` only where there is WXS. */
const AROUND = ['G', 'Q', 'R', 'X', 'Y', 'Z', 'P', 'D'];

function later(names: string): string {
  const compiled = `new Function("${names}","return "+s+"\\n//# sourceURL=wxml/"+a)(${names})`;
  return `var phoneLater=(a,s)=>{var m;Object.defineProperty(G,a,{enumerable:true,get:()=>m||(m=${compiled})})};`;
}

/**
 * The generator of a template is a function that the compiler calls at once, so that a browser compiles all of a
 * package before the first page is drawn. Here each is a text that is compiled when it is first read: a text costs a
 * browser next to nothing, a function inside a function is parsed with it.
 */
function deferred(groups: string): string {
  const starts = groups.match(START)?.length ?? 0;
  if (starts === 0 || groups.split(END).length - 1 !== starts || !groups.startsWith('(()=>{var G={};')) return groups;
  const [head = '', ...rest] = groups.split(START);
  const names = AROUND.filter((name) => new RegExp(`\\bvar ${name}\\s?=`).test(head));
  const parts: string[] = [head.replace('var G={};', `var G={};${later(names.join())}`)];
  // Splitting leaves the captured names between the texts.
  for (let at = 0; at < rest.length; at += 2) {
    const [body = '', after = ''] = (rest[at + 1] ?? '').split(END);
    parts.push(`phoneLater(${JSON.stringify(rest[at])},${quoted(`(()=>{${body}${END}`)})${after}`);
  }
  return parts.join('');
}

/** As a text in single quotes, of which templates have few. */
function quoted(source: string): string {
  const escaped = source.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `'${escaped}'`;
}

function report(path: string, warnings: TemplateWarning[], problems: string[]): void {
  for (const warning of warnings) {
    if (ADVICE.includes(warning.level) || TAKEN_BY_WECHAT.includes(warning.code)) continue;
    if (KNOWN.some((known) => known.path.test(`${path}/`) && known.message.test(warning.message))) continue;
    problems.push(`${path}.wxml:${warning.startLine + 1}: ${warning.message}`);
  }
}
