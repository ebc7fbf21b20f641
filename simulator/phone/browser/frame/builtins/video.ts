import { reportProblem } from '../problems';
import { resolveFileUrl } from '../temp-files';
import type { Builtin, BuiltinHost } from './builtin';

/** Every property of WeChat's reference (component/video); most steer a player of WeChat's own. */
const PROPERTIES = {
  src: '',
  duration: 0,
  controls: true,
  danmuList: [],
  danmuBtn: false,
  enableDanmu: false,
  autoplay: false,
  loop: false,
  muted: false,
  initialTime: 0,
  pageGesture: false,
  direction: 0,
  showProgress: true,
  showFullscreenBtn: true,
  showPlayBtn: true,
  showCenterPlayBtn: true,
  enableProgressGesture: true,
  objectFit: 'contain',
  poster: '',
  showMuteBtn: false,
  title: '',
  playBtnPosition: 'bottom',
  enablePlayGesture: false,
  autoPauseIfNavigate: true,
  autoPauseIfOpenNative: true,
  vslideGesture: false,
  vslideGestureInFullscreen: true,
  showBottomProgress: true,
  adUnitId: '',
  posterForCrawler: '',
  showCastingButton: false,
  pictureInPictureMode: '',
  pictureInPictureShowProgress: false,
  pictureInPictureInitPosition: '',
  enableAutoRotation: false,
  showScreenLockButton: false,
  showSnapshotButton: false,
  showBackgroundPlaybackButton: false,
  backgroundPoster: '',
  referrerPolicy: 'no-referrer',
  isDrm: false,
  isLive: false,
  provisionUrl: '',
  certificateUrl: '',
  licenseUrl: '',
  preferredPeakBitRate: '',
};

/** What a browser's player has nothing of. */
const UNPLAYED = ['danmuList', 'adUnitId', 'isDrm', 'isLive'];

/** What the program hears, by the browser's event. */
const EVENTS: Record<string, (film: HTMLVideoElement) => [event: string, detail: object]> = {
  play: () => ['play', {}],
  pause: () => ['pause', {}],
  ended: () => ['ended', {}],
  waiting: () => ['waiting', {}],
  timeupdate: (film) => ['timeupdate', { currentTime: film.currentTime, duration: film.duration }],
  seeked: (film) => ['seekcomplete', { position: film.currentTime }],
  progress: (film) => ['progress', { buffered: bufferedPercent(film) }],
  loadedmetadata: (film) => [
    'loadedmetadata',
    { width: film.videoWidth, height: film.videoHeight, duration: film.duration },
  ],
  fullscreenchange: () => [
    'fullscreenchange',
    { fullScreen: document.fullscreenElement !== null, direction: 'vertical' },
  ],
};

function bufferedPercent({ buffered, duration }: HTMLVideoElement): number {
  return buffered.length === 0 ? 0 : (buffered.end(buffered.length - 1) / duration) * 100;
}

/** The player inside a `video`. */
export function filmOf(host: BuiltinHost): HTMLVideoElement {
  return host.part('video', 'video');
}

/**
 * A film in the browser's own player: what it can decode depends on the browser. Bullet comments, casting, DRM and
 * live streams are listed as missing when a program asks for them.
 */
export const video: Builtin = {
  tag: 'video',
  properties: PROPERTIES,
  attached: (host) => {
    const film = filmOf(host);
    film.playsInline = true;
    host.element.prepend(film);
    for (const [event, read] of Object.entries(EVENTS)) {
      film.addEventListener(event, () => host.trigger(...read(film)));
    }
    film.addEventListener('error', () => fail(host, film.error?.message ?? ''));
    film.addEventListener('loadedmetadata', () => {
      if (host.number('initialTime') > 0) film.currentTime = host.number('initialTime');
    });
  },
  detached: (host) => filmOf(host).pause(),
  changed: {
    'controls, autoplay, loop, muted, objectFit': (host) => {
      const film = filmOf(host);
      film.controls = host.flag('controls');
      film.autoplay = host.flag('autoplay');
      film.loop = host.flag('loop');
      film.muted = host.flag('muted');
      film.style.objectFit = host.text('objectFit');
    },
    src: (host) => {
      const film = filmOf(host);
      const source = host.text('src');
      film.removeAttribute('src');
      if (source === '') return;
      const current = () => host.text('src') === source;
      resolveFileUrl(source).then(
        (url) => {
          if (current()) film.src = url;
        },
        (error) => current() && fail(host, error instanceof Error ? error.message : String(error)),
      );
    },
    poster: (host) => {
      const poster = host.text('poster');
      if (poster === '') filmOf(host).removeAttribute('poster');
      else void resolveFileUrl(poster).then((url) => filmOf(host).setAttribute('poster', url));
    },
    [UNPLAYED.join(', ')]: (host) => {
      for (const name of UNPLAYED) {
        const value = host.get(name);
        if (Array.isArray(value) ? value.length > 0 : Boolean(value)) {
          reportProblem('unknown-component', `<video> ${name} is not played`);
        }
      }
    },
  },
};

function fail(host: BuiltinHost, reason: string): void {
  reportProblem('image', `video not loaded: ${host.text('src').slice(0, 200)} (${reason})`);
  host.trigger('error', { errMsg: reason });
}
