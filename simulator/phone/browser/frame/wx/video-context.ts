import type * as glassEasel from 'glass-easel';
import { builtinOf } from '../builtins/builtin';
import { filmOf } from '../builtins/video';
import { select } from './selector-query';

/** What `wx.createVideoContext` gives, as far as a browser's player goes (WeChat's reference: VideoContext). */
export function videoContext(scope: glassEasel.Element | undefined, id: string): Record<string, unknown> {
  const act = (change: (film: HTMLVideoElement) => unknown): void => {
    for (const element of scope === undefined ? [] : select(scope, `#${id}`)) {
      const found = builtinOf(element);
      if (found?.builtin.tag === 'video') change(filmOf(found.host));
    }
  };
  return {
    // Refused when the person has not touched the page yet; the film then simply stands, as on a phone.
    play: () => act((film) => film.play().catch(() => undefined)),
    pause: () => act((film) => film.pause()),
    stop: () =>
      act((film) => {
        film.pause();
        film.currentTime = 0;
      }),
    seek: (seconds: number) =>
      act((film) => {
        film.currentTime = seconds;
      }),
    playbackRate: (rate: number) =>
      act((film) => {
        film.playbackRate = rate;
      }),
    requestFullScreen: () => act((film) => film.requestFullscreen().catch(() => undefined)),
    exitFullScreen: () => void document.exitFullscreen().catch(() => undefined),
  };
}
