import type { Page } from '../page';
import type { PageStack } from '../page-stack';
import { reportError } from '../problems';
import type { RouteKind } from '../route-plan';
import { type Api, asyncApi, type Options } from './api';

type Listener = (...values: unknown[]) => void;

/** The channel between a page and the one it opened. */
class EventChannel {
  private other: EventChannel | undefined;
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  private readonly waiting = new Map<string, unknown[][]>();

  static pair(): [EventChannel, EventChannel] {
    const [one, two] = [new EventChannel(), new EventChannel()];
    one.other = two;
    two.other = one;
    return [one, two];
  }

  /** Sends to the other side; kept until somebody listens there. */
  emit(name: string, ...values: unknown[]): void {
    this.other?.receive(name, values);
  }

  on(name: string, listener: Listener): void {
    this.add(name, listener, false);
  }

  once(name: string, listener: Listener): void {
    this.add(name, listener, true);
  }

  off(name: string, listener?: Listener): void {
    const kept = (this.listeners.get(name) ?? []).filter(
      (each) => listener !== undefined && each.listener !== listener,
    );
    this.listeners.set(name, kept);
  }

  private add(name: string, listener: Listener, once: boolean): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { listener, once }]);
    const waiting = this.waiting.get(name) ?? [];
    this.waiting.delete(name);
    for (const values of waiting) this.receive(name, values);
  }

  private receive(name: string, values: unknown[]): void {
    const heard = this.listeners.get(name) ?? [];
    if (heard.length === 0) {
      this.waiting.set(name, [...(this.waiting.get(name) ?? []), values]);
      return;
    }
    this.listeners.set(
      name,
      heard.filter((each) => !each.once),
    );
    for (const { listener } of heard) {
      try {
        listener(...values);
      } catch (error) {
        reportError(`eventChannel "${name}"`, error);
      }
    }
  }
}

const channels = new WeakMap<Page, EventChannel>();

/** The opened page's end of its channel; a page opened otherwise gets one that leads nowhere. */
export function channelOf(page: Page | undefined): EventChannel {
  const known = page === undefined ? undefined : channels.get(page);
  return known ?? EventChannel.pair()[0];
}

/** wx.navigateTo, redirectTo, switchTab, reLaunch, navigateBack. */
export function routeApi(pages: PageStack): Record<RouteKind, Api> {
  const plain = (kind: RouteKind) =>
    asyncApi(kind, async ({ url, delta }) => {
      await pages.go(kind, target(url, delta));
    });
  return {
    navigateTo: asyncApi('navigateTo', async ({ url, events }) => {
      const [mine, theirs] = EventChannel.pair();
      for (const [name, listener] of Object.entries((events as Options | undefined) ?? {})) {
        if (typeof listener === 'function') mine.on(name, listener as Listener);
      }
      await pages.go('navigateTo', target(url, undefined), (page) => channels.set(page, theirs));
      return { eventChannel: mine };
    }),
    redirectTo: plain('redirectTo'),
    switchTab: plain('switchTab'),
    reLaunch: plain('reLaunch'),
    navigateBack: plain('navigateBack'),
  };
}

function target(url: unknown, delta: unknown): { url?: string; delta?: number } {
  return {
    ...(typeof url === 'string' ? { url } : {}),
    ...(typeof delta === 'number' ? { delta } : {}),
  };
}
