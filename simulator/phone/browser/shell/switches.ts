import type { Network, Theme, UpdateMode } from '../bridge';
import { byId, make } from './elements';
import { address, readPoint, readZone, rememberSetting, TEXT_SCALES, type Visit, WIDTHS } from './visit';

/** What the person beside the phone can change about it while a program runs. */
export interface Settings {
  /** @param width in px */
  resize(width: number): void;
  setTheme(theme: Theme): void;
  setNetwork(network: Network): void;
  setUpdates(mode: UpdateMode): void;
  setTimeZone(zone: string | undefined): void;
  setLocation(location: Visit['location']): void;
}

const NETWORK_NAMES: [Network, string][] = [
  ['wifi', '正常'],
  ['weak', '弱网'],
  ['none', '断网'],
];

/** '' is the machine's own; others can be written into the address. */
const ZONES: [string, string][] = [
  ['', '本机'],
  ['Asia/Shanghai', '上海'],
  ['Europe/London', '伦敦'],
  ['America/New_York', '纽约'],
];

/** Draws the switches beside the phone. Each is kept in the address; all but the text size act at once. */
export function drawSwitches(visit: Visit, settings: Settings): void {
  choices(
    'width',
    visit.width,
    WIDTHS.map((width) => [width, String(width)]),
    settings.resize,
  );
  choices<Theme>(
    'theme',
    visit.theme,
    [
      ['light', '浅色'],
      ['dark', '深色'],
    ],
    settings.setTheme,
  );
  // WeChat starts a mini program anew with another text size.
  const scales = TEXT_SCALES.map((scale): [number, string] => [scale, `${scale} 倍`]);
  choices('text', visit.textScale, scales, (scale) => location.assign(address({ text: String(scale) })));
  choices('network', visit.network, NETWORK_NAMES, settings.setNetwork);
  choices<UpdateMode>(
    'updates',
    visit.updates,
    [
      ['apply', '马上换上'],
      ['tell', '告诉程序'],
    ],
    settings.setUpdates,
  );
  choices('zone', visit.timeZone ?? '', ZONES, (zone) => settings.setTimeZone(readZone(zone)));
  drawPoint(visit, settings);
}

function drawPoint(visit: Visit, settings: Settings): void {
  const field = byId('point') as HTMLInputElement;
  field.value = `${visit.location.latitude}, ${visit.location.longitude}`;
  field.addEventListener('change', () => {
    const point = readPoint(field.value);
    field.setCustomValidity(point === undefined ? '写成“纬度, 经度”，如 31.2304, 121.4737' : '');
    if (!field.reportValidity() || point === undefined) return;
    rememberSetting('at', `${point.latitude},${point.longitude}`);
    settings.setLocation(point);
  });
}

function choices<T extends string | number>(
  name: string,
  current: T,
  values: readonly [T, string][],
  chosen: (value: T) => void,
): void {
  const buttons = values.map(([value, label]) => {
    const button = make('button', { 'aria-pressed': String(value === current), 'data-value': String(value) }, label);
    button.addEventListener('click', () => {
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button));
      rememberSetting(name, String(value));
      chosen(value);
    });
    return button;
  });
  byId(`switch-${name}`).append(...buttons);
}
