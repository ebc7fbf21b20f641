import { type NavigationState, pageOf } from '../page';
import type { Builtin, BuiltinHost } from './builtin';

/** Says what the navigation bar of its page shows, inside `page-meta`. @param showChrome draws the bar again */
export function navigationBar(showChrome: () => void): Builtin {
  const change = (host: BuiltinHost, changes: Partial<NavigationState>): void => {
    const page = pageOf(host.component);
    if (page === undefined) return;
    Object.assign(page.navigation, changes);
    showChrome();
  };
  return {
    tag: 'navigation-bar',
    properties: {
      title: '',
      loading: false,
      frontColor: '',
      backgroundColor: '',
      colorAnimationDuration: 0,
      colorAnimationTimingFunc: 'linear',
    },
    changed: {
      title: (host) => {
        if (host.text('title') !== '') change(host, { title: host.text('title') });
      },
      loading: (host) => change(host, { loading: host.flag('loading') }),
      frontColor: (host) => {
        const front = host.text('frontColor');
        if (front !== '') change(host, { front: front === '#000000' ? 'black' : 'white' });
      },
      backgroundColor: (host) => {
        if (host.text('backgroundColor') !== '') change(host, { background: host.text('backgroundColor') });
      },
    },
  };
}
