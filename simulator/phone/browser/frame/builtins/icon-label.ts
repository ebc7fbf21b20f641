import { reportProblem } from '../problems';

/**
 * TDesign's icons are labels whose class names a glyph of a remote font. The build leaves the name in a property
 * (build/transform-wxss.ts); here it becomes a mask in the text's colour, or a dashed frame where there is no such
 * icon. Each file costs the browser some milliseconds, so nothing is painted before it is near the screen.
 */
const PAINTED = 'phone-icon';

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      near.unobserve(target);
      paint(target);
      renamed.observe(target, { attributeFilter: ['class'] });
    }
  },
  { root: document, rootMargin: '50%' },
);

/** An arrow that turns from down to up is the same label with another class. */
const renamed = new MutationObserver((changes) => {
  for (const { target } of changes) if (target instanceof HTMLElement && target.isConnected) paint(target);
});

export function paintIconWhenNear(label: HTMLElement): void {
  near.observe(label);
}

export function forgetIcon(label: HTMLElement): void {
  near.unobserve(label);
}

function paint(label: HTMLElement): void {
  const style = getComputedStyle(label);
  const icon = style.getPropertyValue('--phone-icon');
  const missing = style.getPropertyValue('--phone-missing-icon');
  if (icon !== '') {
    label.setAttribute(PAINTED, '');
    label.style.setProperty('--phone-icon-file', `url(/app/icons/${icon}.svg)`);
  } else if (missing !== '') {
    label.setAttribute(PAINTED, 'missing');
    reportProblem('image', `the phone has no icon "${missing}"`);
  } else label.removeAttribute(PAINTED);
}
