import type { Builtin, BuiltinHost } from './builtin';

interface Point {
  x: number;
  y: number;
}

/** How long the box glides to where the program puts it. */
const GLIDE_MILLIS = 300;

/** What a touch event of the framework carries, as far as dragging needs it. */
interface TouchFields {
  touches: { clientX: number; clientY: number }[];
}

/** A box that is dragged about inside its area; friction, damping and two fingers are not played. */
export const movables: Builtin[] = [
  { tag: 'movable-area', properties: { scaleArea: false } },
  {
    tag: 'movable-view',
    properties: {
      direction: 'none',
      inertia: false,
      outOfBounds: false,
      x: 0,
      y: 0,
      damping: 20,
      friction: 2,
      disabled: false,
      scale: false,
      scaleMin: 0.5,
      scaleMax: 10,
      scaleValue: 1,
      animation: true,
    },
    attached: watchDrag,
    changed: {
      'scale, scaleMin, scaleMax, scaleValue': scaled,
      'x, y': (host) => move(host, { x: host.number('x'), y: host.number('y') }, ''),
      'direction, disabled': (host) => {
        // What the box does not follow is left to the page's own scrolling.
        const left = { all: 'none', vertical: 'pan-x', horizontal: 'pan-y' }[host.text('direction')] ?? 'auto';
        host.element.style.touchAction = host.flag('disabled') ? 'auto' : left;
      },
    },
  },
];

function watchDrag(host: BuiltinHost): void {
  let grip: { finger: Point; box: Point } | undefined;
  let first = true;
  const finger = (event: unknown): Point | undefined => {
    const [touch] = (event as TouchFields).touches;
    return touch === undefined ? undefined : { x: touch.clientX, y: touch.clientY };
  };
  host.component.addListener('touchstart', (event) => {
    const at = finger(event);
    grip = at === undefined || host.flag('disabled') ? undefined : { finger: at, box: position(host) };
    first = true;
  });
  host.component.addListener('touchmove', (event) => {
    const at = finger(event);
    if (grip === undefined || at === undefined) return;
    const direction = host.text('direction');
    // The first move says which way the finger went.
    if (first) {
      const sideways = Math.abs(at.x - grip.finger.x) > Math.abs(at.y - grip.finger.y);
      host.trigger(sideways ? 'htouchmove' : 'vtouchmove');
      first = false;
    }
    const along = (axis: 'x' | 'y', names: string[]): number =>
      grip !== undefined && names.includes(direction)
        ? grip.box[axis] + at[axis] - grip.finger[axis]
        : position(host)[axis];
    move(host, { x: along('x', ['all', 'horizontal']), y: along('y', ['all', 'vertical']) }, 'touch');
  });
  host.component.addListener('touchend', () => {
    grip = undefined;
  });
}

function position(host: BuiltinHost): Point {
  return (host.parts.get('position') as Point | undefined) ?? { x: 0, y: 0 };
}

function move(host: BuiltinHost, wanted: Point, source: 'touch' | ''): void {
  const area = host.element.closest<HTMLElement>('wx-movable-area');
  const { offsetWidth, offsetHeight } = host.element;
  // A hidden page has no layout: there is nothing to keep the box inside of.
  const laidOut = area !== null && area.clientWidth > 0;
  const at = laidOut
    ? { x: within(wanted.x, area.clientWidth - offsetWidth), y: within(wanted.y, area.clientHeight - offsetHeight) }
    : wanted;
  const before = position(host);
  host.parts.set('position', at);
  draw(host, source === '' && host.flag('animation') && host.parts.has('drawn'));
  host.parts.set('drawn', true);
  if (before.x !== at.x || before.y !== at.y) host.trigger('change', { ...at, source });
}

function draw(host: BuiltinHost, gliding: boolean): void {
  const { x, y } = position(host);
  const scale = host.parts.get('scale') ?? 1;
  host.style(`transform:translate(${x}px,${y}px) scale(${scale});transition:transform ${gliding ? GLIDE_MILLIS : 0}ms`);
}

function scaled(host: BuiltinHost): void {
  const [least, most] = [Math.max(0.1, host.number('scaleMin')), Math.min(10, host.number('scaleMax'))];
  const scale = host.flag('scale') ? Math.min(most, Math.max(least, host.number('scaleValue'))) : 1;
  const before = host.parts.get('scale') ?? 1;
  host.parts.set('scale', scale);
  draw(host, false);
  if (before !== scale) host.trigger('scale', { ...position(host), scale });
}

/** A box larger than its area may be pushed out of it as far as its other edge. */
function within(value: number, room: number): number {
  return Math.min(Math.max(value, Math.min(0, room)), Math.max(0, room));
}
