import { shell } from './shell';

/** What resize listeners are told, in px. */
export interface WindowSize {
  size: { windowWidth: number; windowHeight: number; screenWidth: number; screenHeight: number };
}

type Listener = (size: WindowSize) => void;
const listeners = new Set<Listener>();
let width = window.innerWidth;

window.addEventListener('resize', () => {
  // A tab bar that comes or goes changes the height too, and is no resize to WeChat.
  if (window.innerWidth === width) return;
  width = window.innerWidth;
  const { width: screenWidth, height: screenHeight } = shell.screen;
  const size = { windowWidth: width, windowHeight: window.innerHeight, screenWidth, screenHeight };
  for (const listener of listeners) listener({ size });
});

/** Hears of the phone being turned or given another size. @returns how to stop */
export function onWindowResize(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
