import type { WheelColumn, WheelOptions } from '../../bridge';
import { reportProblem } from '../problems';
import { shell } from '../shell';
import type { Builtin, BuiltinHost } from './builtin';
import { dateColumns, dateFromIndexes, timeColumns, timeFromIndexes } from './date-columns';
import { type Divisions, regionColumns, regionFromIndexes } from './region-columns';

/** Opens a wheel at the bottom of the phone: one of a list, several lists, a date, a time or a region. */
export const picker: Builtin = {
  tag: 'picker',
  properties: {
    headerText: '',
    mode: 'selector',
    disabled: false,
    range: null,
    rangeKey: '',
    value: null,
    start: '',
    end: '',
    fields: 'day',
    customItem: '',
    level: 'region',
    name: '',
  },
  attached: (host) => {
    host.onTap(() => void open(host));
    if (!host.element.hasAttribute('role')) host.element.setAttribute('role', 'button');
  },
  activated: (host) => void open(host),
  changed: {
    disabled: (host) => {
      host.element.tabIndex = host.flag('disabled') ? -1 : 0;
    },
  },
  field: { read: (host) => host.get('value'), reset: (host) => host.set({ value: null }) },
};

interface Wheel {
  columns: WheelColumn[];
  /** The value for WeChat's `change` event. */
  answer(indexes: number[]): unknown;
  onColumn?: WheelOptions['onColumn'];
}

async function open(host: BuiltinHost): Promise<void> {
  if (host.flag('disabled')) return;
  const wheel = host.text('mode') === 'region' ? await regionWheel(host) : wheelOf(host);
  if (wheel === undefined) {
    const level = host.text('mode') === 'region' ? ` level="${host.text('level')}"` : '';
    reportProblem('unknown-component', `<picker mode="${host.text('mode')}"${level}>`);
    return;
  }
  const chosen = await shell.wheel({
    title: host.text('headerText'),
    columns: wheel.columns,
    onColumn: wheel.onColumn ?? (() => undefined),
  });
  if (chosen === undefined) {
    host.trigger('cancel');
    return;
  }
  const answer = wheel.answer(chosen);
  const detail = host.text('mode') === 'region' ? (answer as { value: string[] }) : { value: answer };
  host.set({ value: detail.value });
  host.trigger('change', detail);
}

const DEPTHS: Record<string, number> = { province: 1, city: 2, region: 3 };

/** Provinces, cities and districts; the streets below are in no package small enough. */
async function regionWheel(host: BuiltinHost): Promise<Wheel | undefined> {
  const depth = DEPTHS[host.text('level')];
  if (depth === undefined) return undefined;
  const divisions = (await (await fetch('/app/divisions.json')).json()) as Divisions;
  const options = { customItem: host.text('customItem'), depth };
  const value = host.get('value');
  return {
    columns: regionColumns(divisions, Array.isArray(value) ? value.map(String) : [], options),
    answer: (indexes) => regionFromIndexes(divisions, indexes, options),
    onColumn: (_column, _index, all) =>
      regionColumns(divisions, regionFromIndexes(divisions, all, options).value, options),
  };
}

function wheelOf(host: BuiltinHost): Wheel | undefined {
  switch (host.text('mode')) {
    case 'selector':
      return {
        columns: [{ labels: labels(host, host.get('range')), index: Number(host.get('value') ?? 0) || 0 }],
        answer: ([index]) => index ?? 0,
      };
    case 'multiSelector':
      return {
        columns: multiColumns(host),
        answer: (indexes) => indexes,
        onColumn: (column, value) => {
          // The program may answer a moved column with new ranges, at once, through its data.
          host.trigger('columnchange', { column, value });
          return multiColumns(host);
        },
      };
    case 'date': {
      const options = { start: host.text('start'), end: host.text('end'), fields: host.text('fields') };
      return {
        columns: dateColumns(host.text('value'), options),
        answer: (indexes) => dateFromIndexes(indexes, options),
        onColumn: (_column, _index, all) => dateColumns(dateFromIndexes(all, options), options),
      };
    }
    case 'time': {
      const bounds = { start: host.text('start'), end: host.text('end') };
      return {
        columns: timeColumns(host.text('value'), bounds),
        answer: (indexes) => timeFromIndexes(indexes, bounds),
        onColumn: (_column, _index, all) => timeColumns(timeFromIndexes(all, bounds), bounds),
      };
    }
    default:
      return undefined;
  }
}

function multiColumns(host: BuiltinHost): WheelColumn[] {
  const ranges = host.get('range');
  const value = host.get('value');
  return (Array.isArray(ranges) ? ranges : []).map((range: unknown, column) => ({
    labels: labels(host, range),
    index: Array.isArray(value) ? Number(value[column] ?? 0) || 0 : 0,
  }));
}

function labels(host: BuiltinHost, range: unknown): string[] {
  const key = host.text('rangeKey');
  return (Array.isArray(range) ? range : []).map((item: unknown) =>
    key !== '' && typeof item === 'object' && item !== null
      ? String((item as Record<string, unknown>)[key] ?? '')
      : String(item),
  );
}
