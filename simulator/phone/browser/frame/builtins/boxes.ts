import { resolveUnits } from '../../units';
import { pageOf } from '../page';
import { onWindowResize } from '../window-size';
import { playAnimation } from '../wx/animation';
import { fontSizeSetting } from '../wx/system-api';
import type { Builtin } from './builtin';

/** What WeChat's `view` and its kin share. */
const HOVER = { hoverClass: 'none', hoverStopPropagation: false, hoverStartTime: 50, hoverStayTime: 400 };

const animated: Builtin['changed'] = {
  animation: (host) => playAnimation(host.component, host.get('animation')),
};

/** Components that are boxes for other content and do little by themselves. */
export const boxes: Builtin[] = [
  { tag: 'view', properties: { ...HOVER }, changed: animated },
  { tag: 'cover-view', properties: { ...HOVER, scrollTop: 0 }, changed: animated },
  { tag: 'match-media', properties: { minWidth: 0, maxWidth: 0, width: 0, orientation: '' } },
  { tag: 'keep-alive' },
  // Inline text and pictures side by side; WeChat's Skyline needs it, in a web view it is a plain inline element.
  { tag: 'span' },
  { tag: 'share-element', properties: { key: '', transform: false, duration: 300, easingFunction: 'ease-out' } },
  rootPortal(),
  pageMeta(),
  navigationBar(),
  { tag: 'functional-page-navigator', properties: { version: 'release', name: '', args: null } },
  { tag: 'web-view', properties: { src: '' }, attached: (host) => placeholder(host.element, '网页') },
  { tag: 'map', properties: MAP(), attached: (host) => placeholder(host.element, '地图') },
  { tag: 'video', properties: VIDEO(), attached: (host) => placeholder(host.element, '视频') },
];

function placeholder(element: HTMLElement, name: string): void {
  const box = document.createElement('div');
  box.className = 'phone-placeholder-box';
  box.textContent = `${name}（手机模拟器里不播放）`;
  element.prepend(box);
}

/** Takes its children out of the page's stacking: they are drawn above everything else. */
function rootPortal(): Builtin {
  return {
    tag: 'root-portal',
    properties: { enable: true },
    changed: { enable: (host) => host.element.classList.toggle('phone-portal', host.flag('enable')) },
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
      scrollTop: (host) => {
        if (host.text('scrollTop') !== '') window.scrollTo({ top: parseFloat(host.text('scrollTop')) });
      },
    },
    attached: (host) => {
      const stop = onWindowResize((size) => void host.trigger('resize', size));
      host.parts.set('stop', stop);
    },
    detached: (host) => (host.parts.get('stop') as (() => void) | undefined)?.(),
  };
}

/** A font size of page-meta: a length, or the size that the person set in WeChat. */
function fontSize(declared: string): string {
  return declared === 'system' ? `${fontSizeSetting()}px` : resolveUnits(declared);
}

function navigationBar(): Builtin {
  return {
    tag: 'navigation-bar',
    properties: { title: '', loading: false, frontColor: '', backgroundColor: '', colorAnimationDuration: 0 },
  };
}

function MAP() {
  return { longitude: 0, latitude: 0, scale: 16, markers: [], polyline: [], circles: [], showLocation: false };
}

function VIDEO() {
  return {
    src: '',
    duration: 0,
    controls: true,
    autoplay: false,
    loop: false,
    muted: false,
    poster: '',
    objectFit: '',
  };
}
