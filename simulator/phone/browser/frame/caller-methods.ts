import { component as adapter } from 'glass-easel-miniprogram-adapter';
import { elementOf } from './event-dispatch';
import { pageOf } from './page';
import type { PageStack } from './page-stack';
import type { Options } from './wx/api';
import { ProgramIntersectionObserver } from './wx/intersection-observer';
import { channelOf } from './wx/route-api';
import { SelectorQuery } from './wx/selector-query';

/** Gives every page and component what WeChat's have and the adapter's have not. */
export function extendCallers(pages: PageStack): void {
  const page = (caller: unknown) => {
    const element = elementOf(caller);
    return (element === undefined ? undefined : pageOf(element)) ?? pages.current;
  };
  const { prototype } = adapter.ComponentCaller;
  const { setData } = prototype;
  Object.assign(prototype, {
    setData(this: InstanceType<typeof adapter.ComponentCaller>, data: Options, callback?: () => void) {
      window.phoneHearsSetData?.(data);
      setData.call(this, data, callback);
    },
    getTabBar(this: unknown) {
      return page(this)?.tabBar;
    },
    getPageId(this: unknown) {
      return `pageId:${page(this)?.id ?? 0}`;
    },
    getOpenerEventChannel(this: unknown) {
      return channelOf(page(this));
    },
    setId(this: unknown, id: string) {
      const element = elementOf(this);
      if (element !== undefined) element.id = id;
    },
    createSelectorQuery(this: unknown) {
      return new SelectorQuery(() => elementOf(this));
    },
    createIntersectionObserver(this: unknown, options: Options = {}) {
      return new ProgramIntersectionObserver(elementOf(this), options);
    },
    setUpdatePerformanceListener: () => undefined,
    setPassiveEvent: () => undefined,
    animate(this: unknown, selector: string, frames: Keyframe[], duration: number, callback?: () => void) {
      for (const dom of domOf(this, selector)) {
        const played = dom.animate(frames.map(webFrame), { duration, fill: 'forwards' });
        if (callback !== undefined) played.onfinish = () => callback();
      }
    },
    clearAnimation(this: unknown, selector: string, ...rest: unknown[]) {
      for (const dom of domOf(this, selector)) for (const played of dom.getAnimations()) played.cancel();
      const callback = rest.find((value) => typeof value === 'function');
      if (typeof callback === 'function') callback();
    },
  });
}

function domOf(caller: unknown, selector: string): Element[] {
  const root = elementOf(caller) as
    | { getShadowRoot?(): { querySelectorAll(s: string): { getBackendElement(): unknown }[] } | null }
    | undefined;
  const found = root?.getShadowRoot?.()?.querySelectorAll(selector) ?? [];
  return found.map((each) => each.getBackendElement()).filter((dom): dom is Element => dom instanceof Element);
}

/** WeChat's keyframes write transforms as fields of their own (`scale: [1, 2]`). */
function webFrame(frame: Keyframe): Keyframe {
  const { ease, ...rest } = frame as Record<string, unknown>;
  const transforms: string[] = [];
  const web: Record<string, unknown> = typeof ease === 'string' ? { easing: ease } : {};
  for (const [name, value] of Object.entries(rest)) {
    if (/^(translate|rotate|scale|skew)/.test(name)) {
      const unit = name.startsWith('translate') ? 'px' : /^(rotate|skew)/.test(name) ? 'deg' : '';
      const values = (Array.isArray(value) ? value : [value]).map((each) =>
        typeof each === 'number' ? `${each}${unit}` : String(each),
      );
      transforms.push(`${name}(${values.join(',')})`);
    } else web[name] = value;
  }
  if (transforms.length > 0) web.transform = transforms.join(' ');
  return web as Keyframe;
}
