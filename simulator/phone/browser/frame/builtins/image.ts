import { reportProblem } from '../problems';
import { resolveFileUrl } from '../temp-files';
import type { Builtin, BuiltinHost } from './builtin';

/** CSS of WeChat's image modes: the picture is a background in all but the two that size the box. */
const MODES: Record<string, string> = {
  scaleToFill: 'background-size:100% 100%',
  aspectFit: 'background-size:contain;background-position:center',
  aspectFill: 'background-size:cover;background-position:center',
  widthFix: 'background-size:100% 100%',
  heightFix: 'background-size:100% 100%',
  top: 'background-position:top center',
  bottom: 'background-position:bottom center',
  center: 'background-position:center',
  left: 'background-position:center left',
  right: 'background-position:center right',
  'top left': 'background-position:top left',
  'top right': 'background-position:top right',
  'bottom left': 'background-position:bottom left',
  'bottom right': 'background-position:bottom right',
};

/** WeChat loads a lazy picture when it comes within three screens. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      waiting.get(target)?.();
      waiting.delete(target);
    }
  },
  { root: document, rootMargin: '300%' },
);
const waiting = new WeakMap<Element, () => void>();

function load(host: BuiltinHost): void {
  if (!host.flag('lazyLoad')) loadNow(host);
  else {
    waiting.set(host.element, () => loadNow(host));
    near.observe(host.element);
  }
}

function loadNow(host: BuiltinHost): void {
  const source = host.text('src');
  const token = Symbol(source);
  host.parts.set('loading', token);
  const picture = host.part('image', 'div');
  if (source === '') {
    picture.style.backgroundImage = '';
    return;
  }
  const current = () => host.parts.get('loading') === token;
  const failed = (): void => {
    if (!current()) return;
    reportProblem('image', `image not loaded: ${source.slice(0, 200)}`);
    host.trigger('error', { errMsg: `GET ${source} 404 (Not Found)` });
  };
  resolveFileUrl(source).then((url) => {
    const image = new Image();
    image.onload = () => {
      if (!current()) return;
      picture.style.backgroundImage = `url("${url.replace(/"/g, '%22')}")`;
      host.parts.set('size', { width: image.naturalWidth, height: image.naturalHeight });
      fit(host);
      host.trigger('load', { width: image.naturalWidth, height: image.naturalHeight });
    };
    image.onerror = failed;
    image.src = url;
  }, failed);
}

function fit(host: BuiltinHost): void {
  const mode = host.text('mode');
  const picture = host.part('image', 'div');
  const background = picture.style.backgroundImage;
  picture.style.cssText = `${MODES[mode] ?? MODES.scaleToFill}`;
  picture.style.backgroundImage = background;
  const size = host.parts.get('size') as { width: number; height: number } | undefined;
  // The box takes the picture's shape; CSS can do that only where one side is left open.
  if (size !== undefined && mode === 'widthFix') host.style(`height:auto;aspect-ratio:${size.width}/${size.height}`);
  else if (size !== undefined && mode === 'heightFix')
    host.style(`width:auto;aspect-ratio:${size.width}/${size.height}`);
  else host.style('');
}

/** `image` and its older relative on covers. */
export const images: Builtin[] = ['image', 'cover-image'].map((tag) => ({
  tag,
  properties: {
    src: '',
    mode: 'scaleToFill',
    showMenuByLongpress: false,
    lazyLoad: false,
    webp: false,
    fadeIn: false,
    referrerPolicy: '',
    alt: '',
  },
  attached: (host) => {
    host.element.prepend(host.part('image', 'div'));
    if (!host.element.hasAttribute('role')) host.element.setAttribute('role', 'img');
  },
  detached: (host) => near.unobserve(host.element),
  changed: { src: load, mode: fit },
}));
