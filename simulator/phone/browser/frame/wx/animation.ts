import type * as glassEasel from 'glass-easel';
import { resolveUnits } from '../../units';

interface Step {
  animates: { type: string; args: unknown[] }[];
  option: { transformOrigin: string; duration: number; timingFunction: string; delay: number };
}

/** What `animation.export()` hands to the template. */
export interface ExportedAnimation {
  actions: Step[];
}

const TRANSFORMS = [
  'matrix', 'matrix3d', 'rotate', 'rotate3d', 'rotateX', 'rotateY', 'rotateZ', 'scale', 'scale3d', 'scaleX',
  'scaleY', 'scaleZ', 'skew', 'skewX', 'skewY', 'translate', 'translate3d', 'translateX', 'translateY', 'translateZ',
]; // biome-ignore format: one name a line would hide the list
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom'];

interface AnimationOptions {
  duration?: number;
  timingFunction?: string;
  delay?: number;
  transformOrigin?: string;
}

/** `wx.createAnimation`: records steps; a `view` plays what `export()` returns. */
export function createAnimation(options: AnimationOptions = {}): Record<string, unknown> {
  let steps: Step[] = [];
  let animates: Step['animates'] = [];
  const defaults = { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0', ...options };
  const animation: Record<string, unknown> = {
    step(overrides: AnimationOptions = {}) {
      steps.push({ animates, option: { ...defaults, ...overrides } });
      animates = [];
      return animation;
    },
    export(): ExportedAnimation {
      const actions = steps;
      steps = [];
      return { actions };
    },
  };
  for (const type of [...TRANSFORMS, ...STYLES]) {
    animation[type] = (...args: unknown[]) => {
      animates = [...animates, { type, args }];
      return animation;
    };
  }
  return animation;
}

/** glass-easel keeps styles in segments; 3 is the one for passing states. */
const ANIMATION_STYLE = 3;

/** Plays an exported animation on an element: one transition a step, the last state stays. */
export function playAnimation(element: glassEasel.Element, exported: unknown): void {
  const actions = (exported as ExportedAnimation | null | undefined)?.actions;
  if (!Array.isArray(actions) || actions.length === 0) return;
  const styles: Record<string, string> = {};
  let wait = 0;
  for (const { animates, option } of actions) {
    const transforms = animates.filter((each) => TRANSFORMS.includes(each.type));
    const apply = (): void => {
      if (transforms.length > 0) {
        styles.transform = transforms
          .map(({ type, args }) => `${type}(${args.map((arg) => unit(type, arg)).join(',')})`)
          .join(' ');
      }
      for (const { type, args } of animates) {
        if (STYLES.includes(type)) styles[kebab(type)] = STYLES.indexOf(type) > 1 ? length(args[0]) : String(args[0]);
      }
      const css = Object.entries(styles).map(([name, value]) => `${name}:${value}`);
      css.push(`transition:all ${option.duration}ms ${option.timingFunction} ${option.delay}ms`);
      css.push(`transform-origin:${option.transformOrigin}`);
      element.setNodeStyle(resolveUnits(css.join(';')), ANIMATION_STYLE);
    };
    // A frame between two steps, or the browser would merge them into one.
    if (wait === 0) requestAnimationFrame(apply);
    else setTimeout(apply, wait);
    wait += option.duration + option.delay;
  }
}

function unit(type: string, value: unknown): string {
  if (/^(rotate|skew)/.test(type) && type !== 'rotate3d')
    return typeof value === 'number' ? `${value}deg` : String(value);
  return /^translate/.test(type) ? length(value) : String(value);
}

function length(value: unknown): string {
  return typeof value === 'number' || /^-?[\d.]+$/.test(String(value)) ? `${String(value)}px` : String(value);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
