import * as glassEasel from 'glass-easel';
import { reportProblem } from './problems';
import { markWxsListener } from './wxs-runtime';

/** The part of glass-easel's template wrapper that generated code calls; one per component instance. */
interface TemplateWrapper {
  phoneHooked?: true;
  r(element: glassEasel.Element, name: string, value: unknown, ...rest: unknown[]): void;
  i(element: glassEasel.Element, id: string): void;
  d(element: glassEasel.Element, name: string, value: unknown): void;
  v(element: glassEasel.Element, event: string, handler: unknown, ...rest: unknown[]): void;
  tryCallPropertyChangeListener(element: glassEasel.Element, name: string, value: unknown): void;
}

type Generator = (wrapper: TemplateWrapper, ...rest: unknown[]) => unknown;

/**
 * Wraps a compiled template so that the DOM shows what the framework keeps to itself: ids and dataset (for styles
 * and journeys), ARIA attributes on any element, `hidden` on components, and a keyboard stop where a tap is heard.
 */
export function hookTemplate(template: (name: string) => unknown): (name: string) => unknown {
  const hooked = new Map<string, unknown>();
  return (name) => {
    const generator = template(name);
    if (typeof generator !== 'function') return generator;
    const known = hooked.get(name);
    if (known !== undefined) return known;
    const wrapped: Generator = (wrapper, ...rest) => {
      hookWrapper(wrapper);
      return (generator as Generator)(wrapper, ...rest);
    };
    hooked.set(name, wrapped);
    return wrapped;
  };
}

function hookWrapper(wrapper: TemplateWrapper): void {
  if (wrapper.phoneHooked) return;
  wrapper.phoneHooked = true;
  const { r, i, d, v } = wrapper;
  wrapper.r = (element, name, value, ...rest) => {
    if (setPlainAttribute(element, name, value)) return;
    if (standsIn(element) && !hasProperty(element, name)) return;
    // An attribute that is there only for its `change:` listener need not be a property of the element.
    if (isListenedTo(element, name)) wrapper.tryCallPropertyChangeListener(element, name, value);
    else r(element, name, value, ...rest);
  };
  wrapper.i = (element, id) => {
    i(element, id);
    domOf(element)?.setAttribute('wx-id', String(id));
  };
  wrapper.d = (element, name, value) => {
    d(element, name, value);
    const plain = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (/^[a-z][\w-]*$/i.test(name)) domOf(element)?.setAttribute(`data-${kebab(name)}`, plain ?? '');
  };
  wrapper.v = (element, event, handler, ...rest) => {
    if (typeof handler === 'function') markWxsListener(handler);
    v(element, event, handler, ...rest);
    if (event === 'tap' && isPlainBox(element)) makeTappable(element);
    if (typeof handler === 'string' && handler !== '') checkMethod(element, event, handler);
  };
}

/** @returns whether the attribute was written to the DOM, because the element has no property of that name */
function setPlainAttribute(element: glassEasel.Element, name: string, value: unknown): boolean {
  const isAria = name.startsWith('aria-');
  if (!isAria && name !== 'hidden' && name !== 'role') return false;
  if (hasProperty(element, name)) return false;
  const dom = domOf(element);
  if (dom === undefined) return true;
  if (name === 'hidden') dom.hidden = Boolean(value);
  else if (value === undefined || value === null || value === '') dom.removeAttribute(ariaName(name));
  else dom.setAttribute(ariaName(name), String(value));
  return true;
}

function isListenedTo(element: glassEasel.Element, name: string): boolean {
  const listened = (element as { _$wxTmplArgs?: { changeProp?: Record<string, unknown> } })._$wxTmplArgs?.changeProp;
  if (listened?.[name] === undefined || !glassEasel.Component.isComponent(element)) return false;
  return !hasProperty(element, name);
}

/** Whether the element is the placeholder of a component that is not there yet: it need not have its properties. */
function standsIn(element: glassEasel.Element): boolean {
  return (element as { _$placeholderHandlerRemover?: unknown })._$placeholderHandlerRemover !== undefined;
}

/** @param name as the template writes it */
function hasProperty(element: glassEasel.Element, name: string): boolean {
  const property = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return glassEasel.Component.isComponent(element) && glassEasel.Component.hasProperty(element, property);
}

function ariaName(name: string): string {
  return name === 'aria-role' ? 'role' : name;
}

/** A view or text that hears taps can be reached and tapped by keyboard; buttons and inputs see to themselves. */
function makeTappable(element: glassEasel.Element): void {
  const dom = domOf(element);
  if (dom === undefined || dom.hasAttribute('tabindex')) return;
  dom.setAttribute('tabindex', '0');
  if (!dom.hasAttribute('role')) dom.setAttribute('role', 'button');
}

const PLAIN_BOXES = new Set([
  'builtin/view',
  'builtin/text',
  'builtin/image',
  'builtin/cover-view',
  'builtin/cover-image',
]);

function isPlainBox(element: glassEasel.Element): boolean {
  return glassEasel.Component.isComponent(element) && PLAIN_BOXES.has(element.is);
}

/** WeChat complains when an event finds no method; here it does so once the component is complete. */
function checkMethod(element: glassEasel.Element, event: string, handler: string): void {
  queueMicrotask(() => {
    const host = element.ownerShadowRoot?.getHostNode();
    if (host === undefined || host.is.includes('tdesign-miniprogram/')) return;
    if (typeof glassEasel.Component.getMethod(host, handler) === 'function') return;
    reportProblem('framework', `${host.is} has no method "${handler}" to handle the event "${event}"`);
  });
}

function domOf(element: glassEasel.Element): HTMLElement | undefined {
  const dom = element.getBackendElement() as unknown;
  return dom instanceof HTMLElement ? dom : undefined;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
