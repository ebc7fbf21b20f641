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
 * @param outOfReach why a sheet cannot be imported into this package, as the end of a sentence
 */
export function transformWxss(
  files: ProgramFiles,
  virtualPath: string,
  scope: string,
  problems: string[],
  outOfReach: (virtualPath: string) => string | undefined = () => undefined,
): string {
  const root = readSheet(files, virtualPath, new Set(), problems, outOfReach);
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

function readSheet(
  files: ProgramFiles,
  virtualPath: string,
  open: Set<string>,
  problems: string[],
  outOfReach: (virtualPath: string) => string | undefined,
): Root {
  const unreachable = outOfReach(virtualPath);
  if (unreachable !== undefined) problems.push(`@import: ${virtualPath} ${unreachable}`);
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
    else rule.replaceWith(readSheet(files, target, open, problems, outOfReach).nodes);
  });
  return root;
}

/**
 * TDesign's icons come from a font on a remote host, which a phone without a network cannot load. The same icons are
 * published as SVG: each `.t-icon-name:before` only says which, in about the bytes that the glyph had, and the label
 * that shows one near the screen paints it (frame/builtins/icon-label.ts).
 */
function replaceRemoteIcons(root: Root): void {
  let replaced = false;
  root.walkAtRules('font-face', (rule) => {
    if (!rule.toString().includes('tdesign.gtimg.com/icon')) return;
    rule.remove();
    replaced = true;
  });
  if (!replaced) return;
  root.walkRules((rule) => {
    const name = /^\.t-icon-([\w-]+)::?before$/.exec(rule.selector)?.[1];
    if (name === undefined) return;
    rule.selector = `.t-icon-${name}`;
    rule.removeAll();
    const prop = hasIcon(name) ? '--phone-icon' : '--phone-missing-icon';
    rule.append({ prop, value: name, raws: { before: '', between: ':' } });
  });
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
