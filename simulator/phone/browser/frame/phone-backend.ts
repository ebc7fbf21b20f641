import * as glassEasel from 'glass-easel';
import { resolveUnits } from '../units';
import { reportProblem } from './problems';
import type { ProgramTheme } from './program-theme';

/** Components of WeChat that the phone does not draw: the page says so where one would be, and it is a problem. */
const UNDRAWN = new Set([
  'ad',
  'ad-custom',
  'animation-image',
  'animation-video',
  'audio',
  'camera',
  'channel-live',
  'channel-video',
  'draggable-sheet',
  'editor',
  'grid-builder',
  'grid-view',
  'keyboard-accessory',
  'list-builder',
  'list-view',
  'live-player',
  'live-pusher',
  'map',
  'native-component',
  'nested-scroll-body',
  'nested-scroll-header',
  'official-account',
  'official-account-publish',
  'open-container',
  'open-data-item',
  'open-data-list',
  'selection',
  'snapshot',
  'sticky-header',
  'sticky-section',
  'store-coupon',
  'store-gift',
  'store-home',
  'store-product',
  'voip-room',
  'web-view',
  'xr-frame',
]);

type DomElement = glassEasel.domlikeBackend.Element;

/**
 * glass-easel's DOM backend with three differences: built-in tags become `wx-…` elements, input comes from
 * touch.ts alone, and a style sheet is in the document once, pages' own sheets only while their page is shown.
 */
export class PhoneBackend extends glassEasel.CurrentWindowBackendContext {
  private readonly sheets = new Map<string, string>();
  private readonly appended = new Set<string>();
  /** Style elements of the page being created; undefined while none is. */
  private pageSheets: HTMLStyleElement[] | undefined;

  /** @param pageSheet whether a style sheet belongs to one page only */
  constructor(
    private readonly pageSheet: (path: string) => boolean,
    private readonly theme: ProgramTheme,
  ) {
    super();
    this.document = {
      createElement: (tag) => this.createPhoneElement(tag),
      createTextNode: (text) => document.createTextNode(text) as unknown as DomElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as DomElement,
    };
  }

  /** Runs `create`; @returns its result and the style elements that belong to that page */
  collectSheets<T>(create: () => T): { result: T; sheets: HTMLStyleElement[] } {
    const sheets: HTMLStyleElement[] = [];
    this.pageSheets = sheets;
    try {
      return { result: create(), sheets };
    } finally {
      this.pageSheets = undefined;
    }
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.sheets.set(path, String(content));
  }

  override appendStyleSheetPath(path: string): number {
    const css = this.sheets.get(path) ?? '';
    const ofPage = this.pageSheet(path);
    if (css === '' || (!ofPage && this.appended.has(path))) return 0;
    this.appended.add(path);
    const style = document.createElement('style');
    style.dataset.sheet = path;
    style.textContent = this.theme.css(css);
    document.head.append(style);
    if (ofPage) this.pageSheets?.push(style);
    return 0;
  }

  /** app.wxss holds for every page but those of independent subpackages. */
  showAppSheet(shown: boolean): void {
    const sheet = document.head.querySelector<HTMLStyleElement>('style[data-sheet="app"]');
    if (sheet !== null) sheet.media = shown ? 'all' : 'not all';
  }

  /** Reads every style sheet in the document anew for the theme. */
  themeChanged(): void {
    for (const style of document.head.querySelectorAll<HTMLStyleElement>('style[data-sheet]')) {
      const css = this.sheets.get(style.dataset.sheet ?? '') ?? '';
      const read = this.theme.css(css);
      if (read !== style.textContent) style.textContent = read;
    }
  }

  override onEvent(): void {}

  override setListenerStats(): void {}

  override associateValue(element: DomElement, value: glassEasel.Element): void {
    super.associateValue(element, value);
    // A program may name a component of its own `label`: it is a plain element then, and none of WeChat's.
    const isOwn = glassEasel.Component.isComponent(value) && !value.is.startsWith('builtin/');
    if (isOwn && element instanceof HTMLElement) element.setAttribute('phone-own', '');
    if (!glassEasel.NativeNode.isNativeNode(value)) return;
    const owner = value.ownerShadowRoot?.getHostNode().is ?? '';
    const undrawn = UNDRAWN.has(value.is);
    if (undrawn && element instanceof HTMLElement) element.dataset.undrawn = `<${value.is}>：手机模拟器没有这个组件`;
    // TDesign's table uses <span>, which WeChat draws as an unknown, inline element too.
    if (!undrawn && owner.includes('tdesign-miniprogram/')) return;
    reportProblem(undrawn ? 'unknown-component' : 'undeclared-tag', `<${value.is}> in ${owner}`);
  }

  private createPhoneElement(tag: string): DomElement {
    const element = document.createElement(elementName(tag));
    const setAttribute = element.setAttribute.bind(element);
    element.setAttribute = (name, value) => setAttribute(name, name === 'style' ? resolveUnits(String(value)) : value);
    return element as unknown as DomElement;
  }
}

/** Every tag has WeChat's prefix: style sheets say the same, and no component is taken for an HTML element. */
function elementName(tag: string): string {
  return tag.startsWith('wx-') ? tag : `wx-${tag}`;
}
