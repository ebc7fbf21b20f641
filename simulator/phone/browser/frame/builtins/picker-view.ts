import type * as glassEasel from 'glass-easel';
import { resolveUnits } from '../../units';
import { type Builtin, type BuiltinHost, builtinOf } from './builtin';

/** Wheels inside the page: each column is a scroller that snaps to its items. */
export const pickerViews: Builtin[] = [
  {
    tag: 'picker-view',
    properties: {
      value: [],
      maskStyle: '',
      indicatorStyle: '',
      indicatorClass: '',
      maskClass: '',
      immediateChange: false,
      name: '',
    },
    attached: (host) => {
      host.element.append(host.part('picker-mask', 'div'), host.part('picker-indicator', 'div'));
      watchPick(host);
    },
    changed: {
      'indicatorStyle, indicatorClass': (host) => {
        const indicator = host.part('picker-indicator', 'div');
        indicator.setAttribute('style', resolveUnits(host.text('indicatorStyle')));
        indicator.className = `phone-picker-indicator ${host.ownerClass(host.text('indicatorClass'))}`;
      },
      'maskStyle, maskClass': (host) => {
        // A mask of the program's own lies over the columns; without one they fade by themselves.
        const mask = host.part('picker-mask', 'div');
        const own = `${host.text('maskStyle')}${host.text('maskClass')}` !== '';
        host.element.toggleAttribute('own-mask', own);
        mask.setAttribute('style', resolveUnits(host.text('maskStyle')));
        mask.className = `phone-picker-mask ${host.ownerClass(host.text('maskClass'))}`;
      },
      value: (host) => requestAnimationFrame(() => scrollToValue(host)),
    },
    field: { read: (host) => host.get('value'), reset: (host) => host.set({ value: [] }) },
  },
  {
    tag: 'picker-view-column',
    attached: (host) => {
      let settled = 0;
      host.element.addEventListener('scroll', () => {
        window.clearTimeout(settled);
        settled = window.setTimeout(() => columnSettled(host), SETTLE_MILLIS);
      });
      const view = viewAround(host);
      if (view !== undefined) requestAnimationFrame(() => scrollToValue(view));
    },
  },
];

/** A column that has not moved this long has come to rest. */
const SETTLE_MILLIS = 120;

/** `pickstart` with the finger, `pickend` when the wheel rests after it. */
function watchPick(host: BuiltinHost): void {
  let picking = false;
  let rest = 0;
  const restLater = (): void => {
    window.clearTimeout(rest);
    rest = window.setTimeout(() => {
      picking = false;
      host.trigger('pickend');
    }, SETTLE_MILLIS);
  };
  host.component.addListener('touchstart', () => {
    window.clearTimeout(rest);
    if (!picking) host.trigger('pickstart');
    picking = true;
  });
  host.component.addListener('touchend', restLater);
  host.element.addEventListener('scroll', () => rest > 0 && picking && restLater(), true);
}

function columnsOf(view: BuiltinHost): HTMLElement[] {
  return [...view.element.querySelectorAll<HTMLElement>('wx-picker-view-column')];
}

function viewAround(column: BuiltinHost): BuiltinHost | undefined {
  const dom = column.element.closest('wx-picker-view') as ({ __wxElement?: glassEasel.Element } & Element) | null;
  return dom?.__wxElement === undefined ? undefined : builtinOf(dom.__wxElement)?.host;
}

function itemHeight(view: BuiltinHost): number {
  return view.part('picker-indicator', 'div').offsetHeight || 34;
}

function scrollToValue(view: BuiltinHost): void {
  const value = view.get('value');
  view.style(`--item-height:${itemHeight(view)}px`);
  columnsOf(view).forEach((column, index) => {
    const wanted = Array.isArray(value) ? Number(value[index] ?? 0) : 0;
    column.scrollTop = wanted * itemHeight(view);
  });
}

function columnSettled(column: BuiltinHost): void {
  const view = viewAround(column);
  if (view === undefined) return;
  const height = itemHeight(view);
  const value = columnsOf(view).map((each) => Math.round(each.scrollTop / height));
  const before = view.get('value');
  if (Array.isArray(before) && value.every((index, at) => index === Number(before[at] ?? 0))) return;
  view.set({ value });
  view.trigger('change', { value });
}
