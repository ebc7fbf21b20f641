import { resolveUnits } from '../../units';
import { pageOf } from '../page';
import { onWindowResize } from '../window-size';
import { playAnimation } from '../wx/animation';
import { fontSizeSetting } from '../wx/system-api';
import type { Builtin, BuiltinHost } from './builtin';

/** What WeChat's `view` and its kin share. */
const HOVER = { hoverClass: 'none', hoverStopPropagation: false, hoverStartTime: 50, hoverStayTime: 400 };

const animated: Builtin['changed'] = {
  animation: (host) => playAnimation(host.component, host.get('animation')),
};

/** Components that are boxes for other content and do little by themselves. */
export const boxes: Builtin[] = [
  { tag: 'view', properties: { ...HOVER }, changed: animated },
  { tag: 'cover-view', properties: { ...HOVER, scrollTop: 0 }, changed: animated },
  matchMedia(),
  { tag: 'keep-alive' },
  // Inline text and pictures side by side; WeChat's Skyline needs it, in a web view it is a plain inline element.
  { tag: 'span' },
  { tag: 'share-element', properties: { key: '', transform: false, duration: 300, easingFunction: 'ease-out' } },
  rootPortal(),
  pageMeta(),
  { tag: 'functional-page-navigator', properties: { version: 'release', name: '', args: null } },
];

/**
 * Draws its children at the end of the page, above everything and outside of what would clip or move them. The
 * framework goes on putting them into the host, which passes them on.
 */
function rootPortal(): Builtin {
  return {
    tag: 'root-portal',
    properties: { enable: true },
    attached: (host) => {
      const { element } = host;
      const portal = host.part('portal', 'div');
      const inside = (): Element => (host.flag('enable') ? portal : element);
      Object.assign(element, {
        appendChild: (child: Node) => Node.prototype.appendChild.call(inside(), child),
        insertBefore: (child: Node, before: Node | null) => Node.prototype.insertBefore.call(inside(), child, before),
        replaceChild: (child: Node, other: Node) => Node.prototype.replaceChild.call(inside(), child, other),
        removeChild: (child: Node) => Node.prototype.removeChild.call(child.parentNode ?? inside(), child),
      });
    },
    detached: (host) => host.part('portal', 'div').remove(),
    changed: {
      enable: (host) => {
        const portal = host.part('portal', 'div');
        if (host.flag('enable')) host.element.closest('wx-page, .phone-page')?.append(portal);
        else portal.remove();
        const from = host.flag('enable') ? host.element : portal;
        for (const child of [...from.childNodes]) host.element.appendChild(child);
      },
    },
  };
}

/** Shows its children only on windows of a certain size. */
function matchMedia(): Builtin {
  const fits = (host: BuiltinHost): boolean => {
    const { innerWidth: width, innerHeight: height } = window;
    const asked = (name: string, holds: (length: number) => boolean): boolean => {
      const length = host.number(name);
      return length === 0 || holds(length);
    };
    const turned = host.text('orientation');
    return (
      asked('minWidth', (least) => width >= least) &&
      asked('maxWidth', (most) => width <= most) &&
      asked('width', (exactly) => width === exactly) &&
      asked('minHeight', (least) => height >= least) &&
      asked('maxHeight', (most) => height <= most) &&
      asked('height', (exactly) => height === exactly) &&
      (turned === '' || (turned === 'landscape') === width > height)
    );
  };
  const look = (host: BuiltinHost): void => void host.element.toggleAttribute('out', !fits(host));
  return {
    tag: 'match-media',
    properties: { minWidth: 0, maxWidth: 0, width: 0, minHeight: 0, maxHeight: 0, height: 0, orientation: '' },
    attached: (host) => {
      const listener = (): void => look(host);
      window.addEventListener('resize', listener);
      host.parts.set('stop', () => window.removeEventListener('resize', listener));
    },
    detached: (host) => (host.parts.get('stop') as (() => void) | undefined)?.(),
    changed: { 'minWidth, maxWidth, width, minHeight, maxHeight, height, orientation': look },
  };
}

function pageMeta(): Builtin {
  return {
    tag: 'page-meta',
    properties: {
      backgroundTextStyle: '',
      backgroundColor: '',
      backgroundColorTop: '',
      backgroundColorBottom: '',
      rootBackgroundColor: '',
      scrollTop: '',
      scrollDuration: 300,
      pageStyle: '',
      pageFontSize: '',
      rootFontSize: '',
      pageOrientation: '',
    },
    changed: {
      'pageStyle, pageFontSize': (host) => {
        const page = host.element.closest<HTMLElement>('wx-page');
        const size = fontSize(host.text('pageFontSize'));
        page?.setAttribute(
          'style',
          size === '' ? host.text('pageStyle') : `font-size:${size};${host.text('pageStyle')}`,
        );
      },
      rootFontSize: (host) => {
        const page = host.element.closest<HTMLElement>('wx-page');
        if (page === null) return;
        page.dataset.rootFontSize = fontSize(host.text('rootFontSize'));
        pageOf(host.component)?.paint();
      },
      'backgroundColor, rootBackgroundColor': (host) => {
        const page = host.element.closest<HTMLElement>('wx-page');
        if (page === null) return;
        page.dataset.rootBackground = host.text('rootBackgroundColor') || host.text('backgroundColor');
        pageOf(host.component)?.paint();
      },
      scrollTop: (host) => {
        if (host.text('scrollTop') === '') return;
        const behavior = host.number('scrollDuration') > 0 ? 'smooth' : 'instant';
        window.scrollTo({ top: parseFloat(resolveLength(host.text('scrollTop'))), behavior });
      },
    },
    attached: (host) => {
      const stop = onWindowResize((size) => void host.trigger('resize', size));
      host.parts.set('stop', stop);
    },
    detached: (host) => (host.parts.get('stop') as (() => void) | undefined)?.(),
  };
}

/** A length in px; rpx are half of it at WeChat's design width. */
function resolveLength(declared: string): string {
  return declared.endsWith('rpx') ? String((parseFloat(declared) * innerWidth) / 750) : declared;
}

/** A font size of page-meta: a length, or the size that the person set in WeChat. */
function fontSize(declared: string): string {
  return declared === 'system' ? `${fontSizeSetting()}px` : resolveUnits(declared);
}
