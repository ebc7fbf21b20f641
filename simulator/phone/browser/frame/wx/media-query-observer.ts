type Listener = (result: { matches: boolean }) => void;

/** `wx.createMediaQueryObserver()`: tells at once, and again whenever the window comes to match or ceases to. */
export function mediaQueryObserver(): { observe(asked: object, listener: Listener): void; disconnect(): void } {
  let stop = (): void => undefined;
  return {
    /** @param asked lengths in px by WeChat's names (`minWidth`), and `orientation` */
    observe(asked, listener) {
      stop();
      const parts = Object.entries(asked).map(([name, value]) => `(${kebab(name)}: ${inCss(value)})`);
      const query = window.matchMedia(parts.join(' and '));
      const tell = (): void => listener({ matches: query.matches });
      query.addEventListener('change', tell);
      stop = () => query.removeEventListener('change', tell);
      tell();
    },
    disconnect: () => stop(),
  };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function inCss(value: unknown): string {
  return typeof value === 'number' ? `${value}px` : String(value);
}
