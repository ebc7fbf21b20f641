import { reportProblem } from '../problems';
import type { Builtin, BuiltinHost } from './builtin';

type Go = (options: { url: string; delta: number }) => Promise<unknown>;

/** A link to another page; `routes` are the program's own wx.navigateTo and kin. */
export function navigator(routes: Record<string, Go>): Builtin {
  const go = (host: BuiltinHost): void => {
    const route = routes[host.text('openType')];
    if (host.text('target') !== 'self' || route === undefined) {
      reportProblem('missing-api', `navigator open-type="${host.text('openType')}" target="${host.text('target')}"`);
      return;
    }
    route({ url: host.text('url'), delta: host.number('delta') }).then(
      (answer) => host.trigger('success', answer),
      (reason: unknown) => host.trigger('fail', reason),
    );
  };
  return {
    tag: 'navigator',
    properties: {
      target: 'self',
      url: '',
      openType: 'navigate',
      delta: 1,
      appId: '',
      path: '',
      extraData: null,
      version: 'release',
      shortLink: '',
      hoverClass: 'navigator-hover',
      hoverStopPropagation: false,
      hoverStartTime: 50,
      hoverStayTime: 600,
    },
    attached: (host) => {
      host.onTap(() => go(host));
      host.element.tabIndex = 0;
      if (!host.element.hasAttribute('role')) host.element.setAttribute('role', 'link');
    },
    activated: go,
  };
}
