import type * as glassEasel from 'glass-easel';
import { resolveUnits } from '../../units';
import { type Builtin, type BuiltinHost, builtinOf } from './builtin';

/** Part of the width a finger must travel for the next slide. */
const SWIPE_AT = 0.2;

/** WeChat's names of curves. */
const EASINGS: Record<string, string> = {
  linear: 'linear',
  easeInCubic: 'cubic-bezier(0.32, 0, 0.67, 0)',
  easeOutCubic: 'cubic-bezier(0.33, 1, 0.68, 1)',
  easeInOutCubic: 'cubic-bezier(0.65, 0, 0.35, 1)',
};

export const swipers: Builtin[] = [
  {
    tag: 'swiper',
    properties: {
      indicatorDots: false,
      indicatorColor: 'rgba(0, 0, 0, .3)',
      indicatorActiveColor: '#000000',
      autoplay: false,
      current: 0,
      currentItemId: '',
      interval: 5000,
      duration: 500,
      circular: false,
      vertical: false,
      previousMargin: '0px',
      nextMargin: '0px',
      displayMultipleItems: 1,
      snapToEdge: false,
      easingFunction: 'default',
      disableTouch: false,
      disableProgrammaticAnimation: false,
      layoutType: 'normal',
      transformerType: 'scaleAndFade',
      indicatorType: 'normal',
      indicatorMargin: 10,
      indicatorSpacing: 4,
      indicatorRadius: 4,
      indicatorWidth: 8,
      indicatorHeight: 8,
      indicatorAlignment: 'auto',
      indicatorOffset: [],
      scrollWithAnimation: true,
      cacheExtent: 0,
    },
    attached: (host) => {
      host.element.append(host.part('dots', 'div'));
      // Slides come and go with the program's data.
      const observer = new MutationObserver(() => layOut(host, 0));
      observer.observe(host.element, { childList: true });
      host.parts.set('observer', observer);
      watchSwipe(host);
    },
    detached: (host) => {
      window.clearInterval(host.parts.get('timer') as number | undefined);
      (host.parts.get('observer') as MutationObserver | undefined)?.disconnect();
    },
    changed: {
      current: (host) => {
        if (host.parts.get('shown') === host.number('current')) return;
        const first = host.parts.get('shown') === undefined;
        host.parts.set('shown', host.number('current'));
        layOut(host, first || host.flag('disableProgrammaticAnimation') ? 0 : host.number('duration'));
        if (!first) told(host, '');
      },
      // The item may be rendered by the same update that names it.
      currentItemId: (host) =>
        queueMicrotask(() => {
          const id = host.text('currentItemId');
          const index = id === '' ? -1 : itemsOf(host).findIndex((item) => itemIdOf(item) === id);
          if (index >= 0 && index !== host.number('current')) host.set({ current: index });
        }),
      'easingFunction, snapToEdge': (host) => layOut(host, 0),
      'vertical, indicatorDots, indicatorColor, indicatorActiveColor, displayMultipleItems, previousMargin, nextMargin':
        (host) => {
          host.element.toggleAttribute('vertical', host.flag('vertical'));
          layOut(host, 0);
        },
      'autoplay, interval': (host) => {
        window.clearInterval(host.parts.get('timer') as number | undefined);
        if (!host.flag('autoplay')) return;
        const next = () => show(host, host.number('current') + 1, 'autoplay');
        host.parts.set('timer', window.setInterval(next, Math.max(500, host.number('interval'))));
      },
    },
  },
  { tag: 'swiper-item', properties: { itemId: '', skipHiddenItemLayout: false } },
];

function itemsOf(host: BuiltinHost): HTMLElement[] {
  return [...host.element.children].filter((child): child is HTMLElement => child.tagName === 'WX-SWIPER-ITEM');
}

/** Where a slide stands relative to the current one; in a circle the nearer way round. */
function slideOffset(index: number, current: number, count: number, circular: boolean): number {
  const offset = index - current;
  if (!circular || count < 3) return offset;
  if (offset > count / 2) return offset - count;
  return offset < -count / 2 ? offset + count : offset;
}

function layOut(host: BuiltinHost, duration: number, dragged = 0): void {
  const items = itemsOf(host);
  const current = host.number('current');
  const vertical = host.flag('vertical');
  const size = 100 / Math.max(1, host.number('displayMultipleItems'));
  const [before, after] = [host.text('previousMargin'), host.text('nextMargin')];
  const easing = EASINGS[host.text('easingFunction')] ?? 'ease';
  const start = edge(host, current, items.length, before, after);
  items.forEach((item, index) => {
    const offset = slideOffset(index, current, items.length, host.flag('circular'));
    const move = `calc(${offset * 100}% + ${dragged}px)`;
    const element = (item as { __wxElement?: glassEasel.Element }).__wxElement;
    const css =
      `${vertical ? 'height' : 'width'}:calc((100% - ${before} - ${after}) * ${size / 100});` +
      `${vertical ? 'top' : 'left'}:${start};` +
      `transform:translate(${vertical ? `0,${move}` : `${move},0`});` +
      `transition:transform ${Math.abs(offset) > 1 ? 0 : duration}ms ${easing}`;
    if (element !== undefined) builtinOf(element)?.host.style(resolveUnits(css));
    item.setAttribute('aria-hidden', String(offset !== 0 && size === 100));
  });
  drawDots(host, items.length, current);
}

/** Where the current slide begins: after the margin, or at the very edge when the first or last is to snap to it. */
function edge(host: BuiltinHost, current: number, count: number, before: string, after: string): string {
  if (!host.flag('snapToEdge') || host.flag('circular') || count < 2) return before;
  if (current === 0) return '0px';
  return current === count - 1 ? `calc(${before} + ${after})` : before;
}

function drawDots(host: BuiltinHost, count: number, current: number): void {
  const dots = host.part('dots', 'div');
  dots.hidden = !host.flag('indicatorDots');
  const marks = Array.from({ length: count }, (_, index) => {
    const mark = document.createElement('i');
    mark.style.background = host.text(index === current ? 'indicatorActiveColor' : 'indicatorColor');
    return mark;
  });
  dots.replaceChildren(...marks);
}

function show(host: BuiltinHost, wanted: number, source: 'autoplay' | 'touch'): void {
  const count = itemsOf(host).length;
  if (count === 0) return;
  const turns = host.flag('circular') || source === 'autoplay';
  const current = turns ? (wanted + count) % count : Math.min(count - 1, Math.max(0, wanted));
  const moved = current !== host.number('current');
  host.parts.set('shown', current);
  host.set({ current });
  layOut(host, host.number('duration'));
  if (moved) told(host, source);
}

/** Says which slide is shown, and again when it stands still. */
function told(host: BuiltinHost, source: 'autoplay' | 'touch' | ''): void {
  const current = host.number('current');
  const item = itemsOf(host)[current];
  const detail = { current, currentItemId: item === undefined ? '' : itemIdOf(item), source };
  host.trigger('change', detail);
  window.setTimeout(() => void host.trigger('animationfinish', detail), host.number('duration'));
}

function itemIdOf(item: HTMLElement): string {
  const element = (item as { __wxElement?: glassEasel.Element }).__wxElement;
  return element === undefined ? '' : (builtinOf(element)?.host.text('itemId') ?? '');
}

function watchSwipe(host: BuiltinHost): void {
  let start: number | undefined;
  let moved = 0;
  const at = (event: { clientX: number; clientY: number }) => (host.flag('vertical') ? event.clientY : event.clientX);
  host.element.addEventListener('pointerdown', (event) => {
    if (!host.flag('disableTouch')) start = at(event);
    moved = 0;
  });
  host.element.addEventListener('pointermove', (event) => {
    if (start === undefined || event.buttons === 0) return;
    moved = at(event) - start;
    layOut(host, 0, moved);
    host.trigger('transition', { dx: host.flag('vertical') ? 0 : -moved, dy: host.flag('vertical') ? -moved : 0 });
  });
  const end = (): void => {
    if (start === undefined) return;
    start = undefined;
    const size = host.flag('vertical') ? host.element.clientHeight : host.element.clientWidth;
    const step = Math.abs(moved) > size * SWIPE_AT ? -Math.sign(moved) : 0;
    show(host, host.number('current') + step, 'touch');
  };
  for (const name of ['pointerup', 'pointercancel', 'pointerleave']) host.element.addEventListener(name, end);
}
