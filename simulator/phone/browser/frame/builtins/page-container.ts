import { pageOf } from '../page';
import { reportProblem } from '../problems';
import type { Builtin, BuiltinHost } from './builtin';

/** Where it comes from, by position. */
const OUTSIDE: Record<string, string> = {
  bottom: 'translateY(100%)',
  top: 'translateY(-100%)',
  right: 'translateX(100%)',
  center: 'scale(0.9)',
};
/** How far it is pulled down before it closes, in px; WeChat's own figure is not documented. */
const PULLED = 80;

/**
 * A page within the page (WeChat's reference: component/page-container): going back closes it and keeps the page.
 * Unverified: that a tap beside it closes it too, how far it has to be pulled, its round corners.
 */
export const pageContainer: Builtin = {
  tag: 'page-container',
  properties: {
    show: false,
    duration: 300,
    zIndex: 100,
    overlay: true,
    position: 'bottom',
    round: false,
    closeOnSlideDown: false,
    overlayStyle: '',
    customStyle: '',
  },
  attached: (host) => {
    const { element } = host;
    element.hidden = true;
    host.part('overlay', 'div').addEventListener('click', () => {
      host.trigger('clickoverlay');
      closeContainer(host);
    });
    let from: number | undefined;
    element.addEventListener('touchstart', ({ touches }) => {
      from = host.flag('closeOnSlideDown') && element.scrollTop <= 0 ? touches[0]?.clientY : undefined;
    });
    element.addEventListener('touchend', ({ changedTouches }) => {
      if (from !== undefined && (changedTouches[0]?.clientY ?? 0) - from > PULLED) closeContainer(host);
    });
  },
  detached: (host) => {
    host.part('overlay', 'div').remove();
    const page = pageOf(host.component);
    if (page?.container === host) page.container = undefined;
  },
  changed: {
    'position, round, zIndex, customStyle': (host) => {
      host.element.dataset.position = host.text('position');
      host.element.toggleAttribute('round', host.flag('round'));
      host.style(`z-index:${host.number('zIndex')};${host.text('customStyle')}`);
    },
    'overlay, overlayStyle': (host) => {
      const overlay = host.part('overlay', 'div');
      overlay.setAttribute('style', `z-index:${host.number('zIndex')};${host.text('overlayStyle')}`);
      overlay.classList.toggle('none', !host.flag('overlay'));
    },
    show: (host) => {
      if (host.flag('show') === !host.element.hidden) return;
      void (host.flag('show') ? enter(host) : leave(host));
    },
  },
};

async function enter(host: BuiltinHost): Promise<void> {
  const page = pageOf(host.component);
  if (page === undefined) return;
  if (page.container !== undefined) {
    reportProblem('framework', 'a page shows one page-container at a time');
    return;
  }
  page.container = host;
  host.trigger('beforeenter');
  host.element.hidden = false;
  host.element.closest('wx-page')?.prepend(host.part('overlay', 'div'));
  host.trigger('enter');
  await move(host, 'normal');
  if (host.flag('show')) host.trigger('afterenter');
}

async function leave(host: BuiltinHost): Promise<void> {
  const page = pageOf(host.component);
  if (page !== undefined) page.container = undefined;
  host.trigger('beforeleave');
  host.trigger('leave');
  await move(host, 'reverse');
  if (host.flag('show')) return;
  host.element.hidden = true;
  host.part('overlay', 'div').remove();
  host.trigger('afterleave');
}

/** As a person closes it: the program hears of it and should set `show` itself. */
export function closeContainer(host: BuiltinHost): void {
  host.set({ show: false });
}

async function move(host: BuiltinHost, direction: PlaybackDirection): Promise<void> {
  const timing = { duration: host.number('duration'), direction, easing: 'ease-out' };
  const frames = [{ transform: OUTSIDE[host.text('position')] ?? OUTSIDE.bottom }, { transform: 'none' }];
  host.part('overlay', 'div').animate([{ opacity: 0 }, { opacity: 1 }], timing);
  // Cancelled when the page closes meanwhile.
  await host.element.animate(frames, timing).finished.catch(() => undefined);
}
