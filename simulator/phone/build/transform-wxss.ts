import postcss, { type AtRule, type Root, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { RPX, resolveUnits } from '../browser/units';
import { hasIcon } from '../device-assets';
import { folderOf, type ProgramFiles } from './program-files';

/**
 * Compiles one WXSS file with its imports to CSS.
 *
 * @param scope prefix of every class (`scope--name`), '' for shared styles such as app.wxss and pages
 * @param problems receives a sentence for every missing import and syntax error
 */
export function transformWxss(files: ProgramFiles, virtualPath: string, scope: string, problems: string[]): string {
  const root = readSheet(files, virtualPath, new Set(), problems);
  replaceRemoteIcons(root);
  paintClippedIcons(root);
  root.walkDecls((declaration) => {
    declaration.value = resolveUnits(declaration.value);
  });
  root.walkAtRules('media', (rule) => {
    // A media query cannot hold a variable; half an rpx is a px at WeChat's design width of 375.
    rule.params = rule.params.replace(RPX, (_, length: string) => `${Number(length) / 2}px`);
  });
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
    rule.selector = scopeSelector(rule.selector, scope);
  });
  return root.toString();
}

/** Rewrites WXSS selectors to what the phone's DOM has: scoped classes, `wx-` tags, ids and hosts as attributes. */
export function scopeSelector(selector: string, scope: string): string {
  return selectorParser((selectors) => {
    selectors.walkClasses((node) => {
      if (scope !== '') node.value = `${scope}--${node.value}`;
    });
    selectors.walkTags((node) => {
      // The halves of `10%` or `from` never come here; a tag with a dash is already a component's own element.
      if (/^[a-z]/.test(node.value)) node.value = `wx-${node.value}`;
    });
    selectors.walkIds((node) => {
      node.replaceWith(
        selectorParser.attribute({ attribute: 'wx-id', operator: '=', value: node.value, quoteMark: '"', raws: {} }),
      );
    });
    selectors.walkPseudos((node) => {
      if (node.value !== ':host') return;
      node.replaceWith(
        selectorParser.attribute({ attribute: 'wx-host', operator: '=', value: scope, quoteMark: '"', raws: {} }),
      );
    });
  }).processSync(selector);
}

function readSheet(files: ProgramFiles, virtualPath: string, open: Set<string>, problems: string[]): Root {
  const source = files.read(virtualPath) ?? '';
  let root: Root;
  try {
    root = postcss.parse(source, { from: virtualPath });
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return postcss.root();
  }
  open.add(virtualPath);
  root.walkAtRules('import', (rule) => {
    const request = /^(?:url\()?\s*['"]?([^'")]+)['"]?\s*\)?/.exec(rule.params)?.[1]?.trim() ?? '';
    const target = files.resolveFile(request, folderOf(virtualPath));
    if (target === undefined) {
      problems.push(`${virtualPath}: @import "${request}" not found`);
      rule.remove();
    } else if (open.has(target)) rule.remove();
    else rule.replaceWith(readSheet(files, target, open, problems).nodes);
  });
  return root;
}

/** The box of an icon that is near the screen; without the box its file is not fetched. */
const SEEN = ':where(:not([phone-unseen]))::before';

/**
 * TDesign's icons come from a font on a remote host, which a phone without a network cannot load. The same icons are
 * published as SVG: each `.t-icon-name:before` becomes a mask of that file, coloured by the text colour. Each file
 * costs the browser some milliseconds, so an icon is not painted before it is near the screen, and one that is not
 * published is an empty frame that is listed when it is seen (frame/builtins/label.ts).
 */
function replaceRemoteIcons(root: Root): void {
  let replaced = false;
  root.walkAtRules('font-face', (rule) => {
    if (!rule.toString().includes('tdesign.gtimg.com/icon')) return;
    rule.remove();
    replaced = true;
  });
  if (!replaced) return;
  const names: string[] = [];
  const missing: string[] = [];
  root.walkRules((rule) => {
    const name = /^\.t-icon-([\w-]+)::?before$/.exec(rule.selector)?.[1];
    if (name === undefined) return;
    const published = hasIcon(name);
    (published ? names : missing).push(`.t-icon-${name}`);
    rule.removeAll();
    if (published) rule.append({ prop: '-webkit-mask-image', value: `url(/app/icons/${name}.svg)` });
    else {
      rule.selector = `.t-icon-${name}${SEEN}`;
      rule.append({ prop: '--phone-missing-icon', value: name });
    }
  });
  const square = "content:'';display:inline-block;width:1em;height:1em;vertical-align:top;";
  const masked = 'background:currentColor;-webkit-mask:center/100% 100% no-repeat';
  const framed = 'box-sizing:border-box;border:1px dashed';
  if (names.length > 0) root.prepend(postcss.parse(`:is(${names.join(',')})${SEEN}{${square}${masked}}`));
  if (missing.length > 0) root.prepend(postcss.parse(`:is(${missing.join(',')})${SEEN}{${square}${framed}}`));
}

/**
 * A gradient clipped to a glyph (TDesign's half star) has no glyph to show on once icons are masks: the mask takes
 * the gradient over from the element around it.
 */
function paintClippedIcons(root: Root): void {
  const clipped: string[] = [];
  root.walkDecls(/^(-webkit-)?background-clip$/, (declaration) => {
    const rule = declaration.parent;
    if (declaration.value !== 'text' || rule?.type !== 'rule') return;
    clipped.push((rule as Rule).selector);
  });
  for (const selector of new Set(clipped)) {
    root.append(
      postcss.parse(
        `${selector} label{background:inherit}` +
          `${selector} label::before{background:inherit;-webkit-background-clip:border-box;background-clip:border-box}`,
      ),
    );
  }
}
