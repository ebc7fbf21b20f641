import { elementAt } from './event-dispatch';
import { middleOf, tap } from './touch-input';

/** Enter and Space tap what has the focus, so that a program works without a mouse. */
export function watchKeyboard(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || !focused.hasAttribute('tabindex') || focused.tabIndex < 0) return;
    const element = elementAt(focused);
    if (element === undefined) return;
    event.preventDefault();
    tap(element, middleOf(focused));
  });
}
