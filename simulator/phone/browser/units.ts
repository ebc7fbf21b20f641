/** A length in rpx outside words: 750rpx are the width of the window. */
export const RPX = /(?<![\w.#-])(-?(?:\d+\.\d+|\d+|\.\d+))rpx\b/g;
const SAFE_AREA = /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^()]*)?\)/g;

/**
 * What WeChat's style engine knows and a browser does not: `28rpx` becomes `calc(28 * var(--rpx))`, and the safe
 * area of the drawn phone replaces that of the machine. Used at build time and for inline styles.
 */
export function resolveUnits(value: string): string {
  let resolved = value;
  if (value.includes('rpx')) resolved = resolved.replace(RPX, 'calc($1 * var(--rpx))');
  if (value.includes('safe-area')) resolved = resolved.replace(SAFE_AREA, 'var(--safe-area-$1)');
  return resolved;
}
