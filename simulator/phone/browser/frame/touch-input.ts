import * as glassEasel from 'glass-easel';
import { dispatchAt, elementAt } from './event-dispatch';
import { noteTap } from './taps';

/** A finger as programs see it. */
interface TouchPoint {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  force: number;
}

/** Further than this a finger moves, not taps. */
const TAP_DISTANCE = 10;
const LONG_PRESS_MILLIS = 350;
/** Browsers repeat a touch as mouse events; those within this time are echoes. */
const ECHO_MILLIS = 800;
const MOUSE = 0;

interface Press {
  target: glassEasel.Element;
  start: TouchPoint;
  moved: boolean;
  longHeard: boolean;
  timer: number;
  hovered: () => void;
}

/** Turns the browser's touch and mouse input into WeChat's touch events, taps and long presses. */
export class TouchInput {
  private readonly presses = new Map<number, Press>();
  private lastTouch = Number.NEGATIVE_INFINITY;

  watch(): void {
    const options = { capture: true, passive: false };
    document.addEventListener('touchstart', (event) => this.touched(event, 'touchstart'), options);
    document.addEventListener('touchmove', (event) => this.touched(event, 'touchmove'), options);
    document.addEventListener('touchend', (event) => this.touched(event, 'touchend'), options);
    document.addEventListener('touchcancel', (event) => this.touched(event, 'touchcancel'), options);
    document.addEventListener('mousedown', (event) => event.button === 0 && this.mouse(event, 'touchstart'), options);
    document.addEventListener(
      'mousemove',
      (event) => this.presses.has(MOUSE) && this.mouse(event, 'touchmove'),
      options,
    );
    document.addEventListener('mouseup', (event) => this.presses.has(MOUSE) && this.mouse(event, 'touchend'), options);
    for (const name of ['transitionend', 'animationstart', 'animationiteration', 'animationend']) {
      document.addEventListener(
        name,
        (event) => {
          const target = elementAt(event.target);
          if (target !== undefined) dispatchAt(target, name, {}, { bubbles: true });
        },
        true,
      );
    }
  }

  private touched(event: TouchEvent, type: string): void {
    this.lastTouch = performance.now();
    const touches = [...event.touches].map(point);
    for (const touch of event.changedTouches) this.follow(type, point(touch), touches, event);
  }

  private mouse(event: MouseEvent, type: string): void {
    if (performance.now() - this.lastTouch < ECHO_MILLIS) return;
    const at = { ...point({ ...coordinates(event), identifier: MOUSE, force: 1 }) };
    this.follow(type, at, type === 'touchend' ? [] : [at], event);
  }

  private follow(type: string, at: TouchPoint, touches: TouchPoint[], event: Event): void {
    if (type === 'touchstart') this.press(at, event);
    const press = this.presses.get(at.identifier);
    if (press === undefined) return;
    const { start, target } = press;
    if (Math.hypot(at.clientX - start.clientX, at.clientY - start.clientY) > TAP_DISTANCE && !press.moved) {
      press.moved = true;
      window.clearTimeout(press.timer);
      press.hovered();
    }
    const fields = { touches, changedTouches: [at] };
    const prevented = dispatchAt(target, type, {}, { bubbles: true, fields });
    if (prevented && type === 'touchmove' && event.cancelable) event.preventDefault();
    if (type === 'touchend' || type === 'touchcancel') this.release(press, at, type === 'touchend');
  }

  private press(at: TouchPoint, event: Event): void {
    const target = elementAt(event.target);
    if (target === undefined) return;
    const press: Press = { target, start: at, moved: false, longHeard: false, timer: 0, hovered: hover(target) };
    press.timer = window.setTimeout(() => {
      const fields = { touches: [at], changedTouches: [at] };
      const detail = { x: at.pageX, y: at.pageY };
      const onReturn = (): void => {
        press.longHeard = true;
      };
      dispatchAt(target, 'longpress', detail, { bubbles: true, fields, onReturn });
      dispatchAt(target, 'longtap', detail, { bubbles: true, fields });
    }, LONG_PRESS_MILLIS);
    this.presses.set(at.identifier, press);
  }

  private release(press: Press, at: TouchPoint, lifted: boolean): void {
    this.presses.delete(at.identifier);
    window.clearTimeout(press.timer);
    press.hovered();
    if (lifted && !press.moved && !press.longHeard) tap(press.target, at);
  }
}

/** Taps an element at a point, as a finger or the keyboard does. */
export function tap(target: glassEasel.Element, at: TouchPoint): void {
  noteTap();
  const fields = { touches: [at], changedTouches: [at] };
  dispatchAt(target, 'tap', { x: at.pageX, y: at.pageY }, { bubbles: true, fields });
}

/** The middle of an element, for a tap without a finger. */
export function middleOf(element: Element): TouchPoint {
  const box = element.getBoundingClientRect();
  const [clientX, clientY] = [box.left + box.width / 2, box.top + box.height / 2];
  return { identifier: MOUSE, clientX, clientY, pageX: clientX + scrollX, pageY: clientY + scrollY, force: 1 };
}

/** Shows `hover-class` on the elements under a press. @returns ends it, after the stay time */
function hover(target: glassEasel.Element): () => void {
  const HOVER_SEGMENT = 3;
  const shown: { element: glassEasel.GeneralComponent; names: string; stay: number }[] = [];
  let stopped = false;
  const timers: number[] = [];
  for (let at: glassEasel.Element | null = target; at !== null && !stopped; at = composedParent(at)) {
    if (!glassEasel.Component.isComponent(at)) continue;
    const element = at;
    const values = at.data as Record<string, unknown>;
    const names = at.is.startsWith('builtin/') ? values.hoverClass : undefined;
    if (typeof names !== 'string' || names === 'none' || names === '' || values.disabled === true) continue;
    const show = (): void => {
      for (const name of names.split(/\s+/)) element.toggleNodeClass(name, true, HOVER_SEGMENT);
      shown.push({ element, names, stay: Number(values.hoverStayTime) || 0 });
    };
    timers.push(window.setTimeout(show, Number(values.hoverStartTime) || 0));
    stopped = values.hoverStopPropagation === true;
  }
  return () => {
    for (const timer of timers) window.clearTimeout(timer);
    for (const { element, names, stay } of shown.splice(0)) {
      window.setTimeout(() => {
        for (const name of names.split(/\s+/)) element.toggleNodeClass(name, false, HOVER_SEGMENT);
      }, stay);
    }
  };
}

function composedParent(element: glassEasel.Element): glassEasel.Element | null {
  const dom = element.getBackendElement() as unknown;
  return dom instanceof HTMLElement ? (elementAt(dom.parentElement) ?? null) : (element.parentNode ?? null);
}

function coordinates(event: MouseEvent): Pick<TouchPoint, 'clientX' | 'clientY' | 'pageX' | 'pageY'> {
  return { clientX: event.clientX, clientY: event.clientY, pageX: event.pageX, pageY: event.pageY };
}

function point(touch: TouchPoint): TouchPoint {
  const { identifier, pageX, pageY, clientX, clientY, force } = touch;
  return { identifier, pageX, pageY, clientX, clientY, force };
}
