import { resolveFileUrl } from '../temp-files';

type Listener = (value?: unknown) => void;

/** WeChat's names for what an audio element tells. */
const EVENTS = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  TimeUpdate: 'timeupdate',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
  Error: 'error',
} as const;

/** `wx.createInnerAudioContext()`, on an audio element of the browser. */
export function createInnerAudioContext(): object {
  const audio = new Audio();
  let source = '';
  let loading: Promise<void> = Promise.resolve();
  let stopped: Listener[] = [];
  const heard: Record<string, (listener?: Listener) => void> = {
    onStop: (listener) => void (listener && stopped.push(listener)),
    offStop: (listener) => {
      stopped = listener === undefined ? [] : stopped.filter((each) => each !== listener);
    },
  };
  for (const [name, event] of Object.entries(EVENTS)) {
    const listeners = new Map<Listener, EventListener>();
    heard[`on${name}`] = (listener) => {
      if (listener === undefined) return;
      const failed = event === 'error';
      const tell = () => listener(failed ? { errMsg: audio.error?.message ?? '', errCode: 10001 } : undefined);
      listeners.set(listener, tell);
      audio.addEventListener(event, tell);
    };
    heard[`off${name}`] = (listener) => {
      for (const [each, tell] of listeners) {
        if (listener !== undefined && each !== listener) continue;
        audio.removeEventListener(event, tell);
        listeners.delete(each);
      }
    };
  }
  // Unlike WeChat, a browser plays nothing before the person has touched the page: that is an error here.
  const play = (): void => {
    void loading.then(() => audio.play()).catch(() => audio.dispatchEvent(new Event('error')));
  };
  const context = {
    startTime: 0,
    obeyMuteSwitch: true,
    play,
    pause: () => audio.pause(),
    stop: () => {
      audio.pause();
      audio.currentTime = 0;
      for (const listener of stopped) listener();
    },
    seek: (seconds: number) => {
      audio.currentTime = seconds;
    },
    destroy: () => {
      audio.pause();
      audio.removeAttribute('src');
    },
    ...heard,
  };
  const passed = ['autoplay', 'loop', 'volume', 'playbackRate', 'currentTime', 'duration', 'paused'] as const;
  for (const name of passed) {
    Object.defineProperty(context, name, {
      get: () => audio[name],
      set: (value: never) => Object.assign(audio, { [name]: value }),
    });
  }
  return Object.defineProperty(context, 'src', {
    get: () => source,
    set: (value: string) => {
      source = value;
      loading = resolveFileUrl(value).then((url) => {
        if (source === value) audio.src = url;
      });
    },
  });
}
