import * as glassEasel from 'glass-easel';
import type { Builtin, BuiltinHost } from './builtin';

/** Distance in px a person pulls before the refresher fires, unless the program says otherwise. */
const REFRESH_AT = 45;

/** A scrolling box with edges that tell when they are reached, and a refresher above. */
export const scrollView: Builtin = {
  tag: 'scroll-view',
  properties: {
    scrollX: false,
    scrollY: false,
    upperThreshold: 50,
    lowerThreshold: 50,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: '',
    scrollIntoViewOffset: 0,
    scrollIntoViewAlignment: 'start',
    scrollWithAnimation: false,
    enableBackToTop: false,
    enhanced: false,
    nested: false,
    enablePassive: false,
    enableFlex: false,
    scrollAnchoring: false,
    refresherEnabled: false,
    refresherThreshold: REFRESH_AT,
    refresherDefaultStyle: 'black',
    refresherBackground: 'transparent',
    refresherTriggered: false,
    bounces: true,
    showScrollbar: true,
    pagingEnabled: false,
    fastDeceleration: false,
    usingSticky: false,
    type: 'list',
    reverse: false,
    clip: true,
    cacheExtent: 0,
    minDragDistance: 18,
    scrollContentStyle: '',
    associativeContainer: '',
    worklet: null,
  },
  attached: (host) => {
    host.element.addEventListener('scroll', () => scrolled(host));
    watchPull(host);
  },
  changed: {
    'scrollX, scrollY, enableFlex, showScrollbar, pagingEnabled': (host) => {
      for (const name of ['scrollX', 'scrollY', 'enableFlex', 'pagingEnabled']) {
        host.element.toggleAttribute(name.toLowerCase(), host.flag(name));
      }
    },
    scrollTop: (host) => scrollTo(host, { top: length(host.get('scrollTop')) }),
    scrollLeft: (host) => scrollTo(host, { left: length(host.get('scrollLeft')) }),
    // The item may be rendered by the same update that names it.
    scrollIntoView: (host) => queueMicrotask(() => scrollIntoView(host)),
    'refresherTriggered, refresherEnabled': refreshTriggered,
  },
};

function length(value: unknown): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const text = String(value);
  const number = Number.parseFloat(text);
  if (Number.isNaN(number)) return undefined;
  return text.endsWith('rpx') ? (number * innerWidth) / 750 : number;
}

function scrollTo(host: BuiltinHost, to: { top?: number | undefined; left?: number | undefined }): void {
  const behavior = host.flag('scrollWithAnimation') ? 'smooth' : 'instant';
  const { top, left } = to;
  if (top === undefined && left === undefined) return;
  host.element.scrollTo({ behavior, ...(top === undefined ? {} : { top }), ...(left === undefined ? {} : { left }) });
}

function scrollIntoView(host: BuiltinHost): void {
  const id = host.text('scrollIntoView');
  if (id === '') return;
  const item = host.element.querySelector<HTMLElement>(`[wx-id="${CSS.escape(id)}"]`);
  if (item === null) return;
  const [box, target] = [host.element.getBoundingClientRect(), item.getBoundingClientRect()];
  const offset = host.number('scrollIntoViewOffset');
  // Where in the box the item is to stand: at its start, its middle or its end.
  const part = { start: 0, center: 0.5, end: 1 }[host.text('scrollIntoViewAlignment')] ?? 0;
  const top = host.element.scrollTop + target.top - box.top - (box.height - target.height) * part + offset;
  const left = host.element.scrollLeft + target.left - box.left - (box.width - target.width) * part + offset;
  scrollTo(host, { ...(host.flag('scrollY') ? { top } : {}), ...(host.flag('scrollX') ? { left } : {}) });
}

function scrolled(host: BuiltinHost): void {
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = host.element;
  const before = (host.parts.get('at') as { scrollTop: number; scrollLeft: number } | undefined) ?? {
    scrollTop: 0,
    scrollLeft: 0,
  };
  host.parts.set('at', { scrollTop, scrollLeft });
  const deltaX = before.scrollLeft - scrollLeft;
  const deltaY = before.scrollTop - scrollTop;
  host.trigger('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY, isDrag: true });
  const along = host.flag('scrollY')
    ? { at: scrollTop, before: before.scrollTop, rest: scrollHeight - clientHeight, direction: ['top', 'bottom'] }
    : { at: scrollLeft, before: before.scrollLeft, rest: scrollWidth - clientWidth, direction: ['left', 'right'] };
  const [upper, lower] = [host.number('upperThreshold'), along.rest - host.number('lowerThreshold')];
  if (along.at <= upper && along.before > upper) host.trigger('scrolltoupper', { direction: along.direction[0] });
  if (along.at >= lower && along.before < lower) host.trigger('scrolltolower', { direction: along.direction[1] });
}

/** The refresher above the content, as high as it is pulled: three dots, or what stands in the slot "refresher". */
function showRefresher(host: BuiltinHost, height: number): void {
  if (!host.flag('refresherEnabled')) return;
  const own = slotted(host);
  if (own !== undefined) own.style.marginTop = `${height - own.offsetHeight}px`;
  const box = host.part('refresher', 'div');
  const marked = own === undefined && host.text('refresherDefaultStyle') !== 'none';
  box.style.cssText = `height:${own === undefined ? height : 0}px;background:${host.text('refresherBackground')}`;
  box.classList.toggle('phone-refresher-white', host.text('refresherDefaultStyle') === 'white');
  box.replaceChildren(...(marked ? ['', '', ''].map(() => document.createElement('i')) : []));
  if (box.parentElement === null) host.element.prepend(box);
}

function slotted(host: BuiltinHost): HTMLElement | undefined {
  const found = host.component.childNodes.find(
    (node) => glassEasel.Element.isElement(node) && node.slot === 'refresher',
  );
  const dom =
    found !== undefined && glassEasel.Element.isElement(found) ? (found.getBackendElement() as unknown) : null;
  return dom instanceof HTMLElement ? dom : undefined;
}

/** The program starts or ends a refresh; the end of one is told to it too. */
function refreshTriggered(host: BuiltinHost): void {
  const on = host.flag('refresherTriggered');
  const was = host.parts.get('refreshing') === true;
  host.parts.set('refreshing', on);
  // Its own slot has a height only once it is laid out.
  requestAnimationFrame(() => showRefresher(host, host.flag('refresherTriggered') ? REFRESH_AT : 0));
  if (was && !on) host.trigger('refresherrestore', {});
}

/** Pulling the content down while it is at its top, by finger or mouse. */
function watchPull(host: BuiltinHost): void {
  let startY: number | undefined;
  let pulled = 0;
  const dragged = (name: string): void => {
    const { scrollLeft, scrollTop } = host.element;
    if (host.flag('enhanced')) host.trigger(name, { scrollLeft, scrollTop });
  };
  const start = (y: number): void => {
    dragged('dragstart');
    if (host.flag('refresherEnabled') && host.element.scrollTop <= 0) startY = y;
  };
  const move = (y: number): void => {
    dragged('dragging');
    if (startY === undefined) return;
    pulled = Math.max(0, (y - startY) / 2);
    if (pulled === 0) return;
    showRefresher(host, Math.min(pulled, 90));
    host.trigger('refresherpulling', { dy: pulled });
  };
  const end = (): void => {
    dragged('dragend');
    if (startY === undefined) return;
    startY = undefined;
    const far = pulled >= host.number('refresherThreshold');
    if (pulled === 0) return;
    pulled = 0;
    if (!far) {
      showRefresher(host, 0);
      host.trigger('refresherabort', {});
      return;
    }
    host.set({ refresherTriggered: true });
    host.trigger('refresherrefresh', {});
  };
  host.element.addEventListener('touchstart', (event) => start(event.touches[0]?.clientY ?? 0), { passive: true });
  host.element.addEventListener('touchmove', (event) => move(event.touches[0]?.clientY ?? 0), { passive: true });
  host.element.addEventListener('touchend', end);
  host.element.addEventListener('mousedown', (event) => start(event.clientY));
  host.element.addEventListener('mousemove', (event) => event.buttons === 1 && move(event.clientY));
  host.element.addEventListener('mouseup', end);
}
