/// <reference lib="dom" />

/** What somebody with weak eyes, large fingers or a screen reader would trip over, as sentences. */
export interface Faults {
  /** How many texts were looked at: nothing found in nothing proves nothing. */
  texts: number;
  faults: string[];
}

type Colour = [red: number, green: number, blue: number, alpha: number];

const smallestTarget = 40;
const lowestContrast = 4.5;
/**
 * TDesign calls its tags and the unit after a field buttons, although nothing happens when they are tapped; an icon
 * within a button is part of it.
 */
const targets =
  ':is([role=button], [role=tab], [role=radio], wx-button)' +
  ':not([class*=t-tag], [class*=t-input], [role=button] [class*=t-icon])';
const white: Colour = [255, 255, 255, 1];

const quoted = (text: string) => `「${text.trim().replace(/\s+/g, ' ').slice(0, 24)}」`;

const coloursIn = (text: string): Colour[] =>
  [...text.matchAll(/rgba?\(([^)]+)\)/g)].map((found) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (found[1] ?? '').split(/[ ,/]+/).map(Number);
    return [red, green, blue, alpha];
  });

const over = ([red, green, blue, alpha]: Colour, ground: Colour): Colour => [
  red * alpha + ground[0] * (1 - alpha),
  green * alpha + ground[1] * (1 - alpha),
  blue * alpha + ground[2] * (1 - alpha),
  1,
];

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance([red, green, blue]: Colour): number {
  const linear = (part: number) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Every colour that may be behind an element: one, or the ends of a gradient. */
function groundsOf(element: Element | null): Colour[] {
  if (element === null) return [white];
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const gradient = coloursIn(backgroundImage);
  const own = gradient.length > 0 ? gradient : coloursIn(backgroundColor);
  if (own.length > 0 && own.every(([, , , alpha]) => alpha === 1)) return own;
  const below = groundsOf(element.parentElement);
  return own.length === 0 ? below : own.flatMap((colour) => below.map((ground) => over(colour, ground)));
}

function contrastOf(element: Element): number {
  const ink = coloursIn(getComputedStyle(element).color)[0] ?? white;
  const contrasts = groundsOf(element).map((ground) => {
    const [dark = 0, light = 0] = [luminance(over(ink, ground)), luminance(ground)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  });
  return Math.min(...contrasts);
}

const scrolls = (element: Element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
const ancestors = (element: Element): Element[] =>
  element.parentElement ? [element, ...ancestors(element.parentElement)] : [];

/** Whether the text crosses an edge that hides it, or that of the target it names. */
function isCut(element: Element, text: DOMRect): boolean {
  const boxes = ancestors(element);
  const scroller = boxes.findIndex(scrolls);
  const around = scroller < 0 ? boxes : boxes.slice(0, scroller);
  return around.some((box) => {
    const { overflowX, overflowY } = getComputedStyle(box);
    const bounds = box.matches(targets) || (overflowX === 'hidden' && overflowY === 'hidden');
    const edge = box.getBoundingClientRect();
    const outside =
      text.left < edge.left - 1 ||
      text.right > edge.right + 1 ||
      text.top < edge.top - 2 ||
      text.bottom > edge.bottom + 2;
    return bounds && outside;
  });
}

function textFaults(element: Element, own: string): string[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  const rect = range.getBoundingClientRect();
  const contrast = contrastOf(element);
  const leaves = (rect.left < -1 || rect.right > innerWidth + 1) && !ancestors(element).some(scrolls);
  return [
    ...(contrast < lowestContrast ? [`${quoted(own)} has a contrast of ${contrast.toFixed(2)}`] : []),
    ...(leaves ? [`${quoted(own)} leaves the screen`] : []),
    ...(isCut(element, rect) ? [`${quoted(own)} is cut`] : []),
  ];
}

function targetFaults(element: Element): string[] {
  const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
  const { width, height } = element.getBoundingClientRect();
  return [
    ...(name.trim() === '' ? [`a target (${element.className}) has no name`] : []),
    ...(Math.min(width, height) < smallestTarget - 0.5
      ? [`${quoted(name)} is ${Math.round(width)} × ${Math.round(height)} px`]
      : []),
  ];
}

const ownText = (element: Element) =>
  [...element.childNodes]
    .flatMap((node) => (node instanceof Text ? [node.data] : []))
    .join('')
    .trim();

/** Runs in the page on screen. */
export function findFaults(): Faults {
  const shown = [...document.querySelectorAll('body *')].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  });
  const read = shown.filter((element) => ownText(element) !== '' && !element.closest('[aria-hidden=true], style'));
  const unnamed = shown
    .filter(
      (element) => element.matches('wx-image') && !element.closest('[aria-hidden=true], [role=button], [aria-label]'),
    )
    .map((element) => `a picture (${element.className}) has no name and is not left out either`);
  const faults = [
    ...read.flatMap((element) => textFaults(element, ownText(element))),
    ...shown.filter((element) => element.matches(targets)).flatMap(targetFaults),
    ...unnamed,
  ];
  return { texts: read.length, faults: [...new Set(faults)] };
}
