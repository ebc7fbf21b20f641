import { elementOf } from '../event-dispatch';
import { lazyLoadEvents } from '../later-code';
import type { PageGestures } from '../page-gestures';
import type { PageStack } from '../page-stack';
import { programPerformance } from '../performance-marks';
import { reportProblem } from '../problems';
import { guardSinglePage } from '../single-page';
import { onWindowResize, type WindowSize } from '../window-size';
import { createAnimation } from './animation';
import type { Options } from './api';
import { createInnerAudioContext } from './audio-api';
import { cloudApi } from './cloud-api';
import { deviceApi } from './device-api';
import { dialogApi } from './dialog-api';
import { fileApi, fileSystemManager } from './file-api';
import { ProgramIntersectionObserver } from './intersection-observer';
import { locationApi } from './location-api';
import { mediaQueryObserver } from './media-query-observer';
import { networkApi } from './network-api';
import { outsideApi } from './outside-api';
import { pageApi } from './page-api';
import { platformApi } from './platform-api';
import { guardPrivacy, onNeedPrivacyAuthorization, privacyApi } from './privacy-api';
import { requestApi } from './request-api';
import { routeApi } from './route-api';
import { guardScopes, scopeApi } from './scope-api';
import { SelectorQuery } from './selector-query';
import { socketApi } from './socket-api';
import { storageApi } from './storage-api';
import { subscriptionApi } from './subscription-api';
import { systemApi } from './system-api';
import { updateManager } from './update-api';
import { videoContext } from './video-context';

/** Names a library may look at on any object without calling an API. */
const NOT_APIS = new Set(['then', 'toJSON', 'constructor', 'prototype', 'default', '__esModule', '$$typeof']);

type Wx = Record<string, unknown>;

/** Everything of `wx` that the phone has; what it lacks is recorded when it is called. */
export function createWx(pages: PageStack, gestures: PageGestures, launch: Options, appEvents: Wx): Wx {
  const known: Wx = {
    ...routeApi(pages),
    ...storageApi,
    ...dialogApi,
    ...systemApi(launch, pages.tools.theme),
    ...networkApi,
    ...requestApi,
    ...fileApi,
    ...pageApi(pages, gestures),
    ...deviceApi,
    ...outsideApi,
    ...socketApi,
    ...scopeApi(pages.tools.app),
    ...platformApi(pages.tools.packages),
    createInnerAudioContext,
    ...privacyApi,
    onNeedPrivacyAuthorization,
    ...subscriptionApi,
    ...locationApi(pages.tools.app),
    ...appEvents,
    ...queries(pages),
    env: { USER_DATA_PATH: 'http://usr' },
    cloud: cloudApi(),
    getFileSystemManager: fileSystemManager,
    createAnimation,
    nextTick: (callback: () => void) => void setTimeout(callback),
    getUpdateManager: updateManager,
    reportPerformance: (id: number, value: number, dimensions?: unknown) => {
      console.info('[phone] reportPerformance', id, value, dimensions ?? '');
    },
    reportEvent: () => undefined,
    getPerformance: programPerformance,
    getLogManager: () => console,
    getRealtimeLogManager: () => console,
    onKeyboardHeightChange: () => undefined,
    offKeyboardHeightChange: () => undefined,
    onMenuButtonBoundingClientRectWeightChange: () => undefined,
    offMenuButtonBoundingClientRectWeightChange: () => undefined,
    ...windowEvents,
    ...lazyLoadEvents,
  };
  guardScopes(known, pages.tools.app);
  guardPrivacy(known);
  guardSinglePage(known);
  known.canIUse = (schema: string) => canUse(known, schema);
  return recordMissing(known);
}

/** The program's own listeners, kept apart from the phone's. */
const heard = new Map<(size: WindowSize) => void, () => void>();
const windowEvents: Wx = {
  onWindowResize: (listener: (size: WindowSize) => void) => {
    if (!heard.has(listener)) heard.set(listener, onWindowResize(listener));
  },
  offWindowResize: (listener?: (size: WindowSize) => void) => {
    for (const [each, stop] of heard) {
      if (listener !== undefined && each !== listener) continue;
      stop();
      heard.delete(each);
    }
  },
};

function queries(pages: PageStack): Wx {
  const page = () => elementOf(pages.current?.caller);
  return {
    createSelectorQuery: () => new SelectorQuery(page),
    createVideoContext: (id: string, component?: unknown) =>
      missingObject('createVideoContext', videoContext(elementOf(component) ?? page(), id)),
    createIntersectionObserver: (component?: unknown, options: Options = {}) =>
      new ProgramIntersectionObserver(elementOf(component) ?? page(), options),
    createMediaQueryObserver: mediaQueryObserver,
  };
}

/** `canIUse('api')`, `canIUse('api.return.x')`: only the API's presence is looked at; a component's name is true. */
function canUse(known: Wx, schema: string): boolean {
  const [first = '', second = ''] = schema.split('.');
  if (first === 'cloud') return second === '' || second in (known.cloud as Wx);
  return first in known || first === first.toLowerCase();
}

/** What such a call gives is an object whose functions are called at once. */
const MAKES_OBJECT = /^create[A-Z]|^get\w+Manager$/;

/** An object of which the phone has a part or nothing: the program goes on, what is missing is listed when called. */
function missingObject(maker: string, known: object = {}): object {
  return new Proxy(known, {
    get: (_, name) => {
      if (typeof name === 'symbol' || NOT_APIS.has(name)) return undefined;
      return Reflect.get(known, name) ?? (() => reportProblem('missing-api', `wx.${maker}().${name}`));
    },
    set: () => true,
  });
}

function recordMissing(known: Wx): Wx {
  return new Proxy(known, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || NOT_APIS.has(name)) return target[String(name)];
      return (options?: Options) => {
        reportProblem('missing-api', `wx.${name}`);
        const failure = { errMsg: `${name}:fail the phone does not have this API` };
        for (const listener of [options?.fail, options?.complete]) {
          if (typeof listener === 'function') setTimeout(() => listener(failure));
        }
        return MAKES_OBJECT.test(name) ? missingObject(name) : undefined;
      };
    },
  });
}
