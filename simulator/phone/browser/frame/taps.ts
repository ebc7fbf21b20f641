/** How long after a tap WeChat takes a call for its consequence, in ms: a question to the cloud may lie between. */
const CONSEQUENCE_MILLIS = 5000;

let lastTap = Number.NEGATIVE_INFINITY;

/** The person tapped something, on the page or in a dialog over it. */
export function noteTap(): void {
  lastTap = performance.now();
}

/** Whether what runs now may be what a tap has led to. The browser's own activation also counts its navigations. */
export function isAfterTap(): boolean {
  return performance.now() - lastTap < CONSEQUENCE_MILLIS;
}

/** Dialogs lie in the window around this one. */
export function watchDialogTaps(): void {
  for (const event of ['pointerup', 'keyup']) window.parent.document.addEventListener(event, noteTap, true);
}
