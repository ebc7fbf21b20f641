import type * as glassEasel from 'glass-easel';
import { type Builtin, type BuiltinHost, builtinOf } from './builtin';
import { showDisabled } from './buttons';

/** Things a person turns on and off. */
export const choices: Builtin[] = [
  {
    tag: 'switch',
    properties: { checked: false, disabled: false, type: 'switch', color: '#04BE02', name: '' },
    attached: (host) => {
      host.element.prepend(host.part('switch', 'span'));
      host.element.setAttribute('role', 'switch');
      host.onTap(() => toggleSwitch(host));
    },
    activated: toggleSwitch,
    changed: {
      'checked, color, type': (host) => {
        host.element.setAttribute('type', host.text('type'));
        drawChecked(host, host.flag('checked'), host.part('switch', 'span'));
      },
      disabled: showDisabled,
    },
    field: { read: (host) => host.flag('checked'), reset: (host) => host.set({ checked: false }) },
  },
  choice('checkbox', '#09BB07'),
  choice('radio', '#09BB07'),
  group('checkbox-group', 'checkbox'),
  group('radio-group', 'radio'),
];

function drawChecked(host: BuiltinHost, checked: boolean, mark: HTMLElement): void {
  mark.toggleAttribute('checked', checked);
  mark.style.setProperty('--choice-color', host.text('color'));
  host.element.setAttribute('aria-checked', String(checked));
}

function toggleSwitch(host: BuiltinHost): void {
  if (host.flag('disabled')) return;
  host.set({ checked: !host.flag('checked') });
  host.trigger('change', { value: host.flag('checked') });
}

function choice(tag: 'checkbox' | 'radio', color: string): Builtin {
  const choose = (host: BuiltinHost): void => {
    if (host.flag('disabled')) return;
    const around = groupAround(host, `wx-${tag}-group`);
    if (tag === 'radio') {
      if (host.flag('checked')) return;
      for (const other of around === undefined ? [] : membersOf(around, tag)) other.set({ checked: other === host });
      host.set({ checked: true });
      around?.trigger('change', { value: host.text('value') });
    } else {
      host.set({ checked: !host.flag('checked') });
      around?.trigger('change', { value: checkedValues(around) });
    }
  };
  return {
    tag,
    properties: {
      value: '',
      disabled: false,
      checked: false,
      color,
      backgroundColor: '',
      borderColor: '',
      activeBackgroundColor: '',
      activeBorderColor: '',
      iconColor: '',
    },
    attached: (host) => {
      host.element.prepend(host.part(tag, 'span'));
      if (!host.element.hasAttribute('role')) host.element.setAttribute('role', tag);
      host.onTap(() => choose(host));
    },
    activated: choose,
    changed: {
      'checked, color': (host) => drawChecked(host, host.flag('checked'), host.part(tag, 'span')),
      disabled: showDisabled,
    },
  };
}

function group(tag: string, member: 'checkbox' | 'radio'): Builtin {
  return {
    tag,
    properties: { name: '' },
    attached: (host) => {
      if (member === 'radio') host.element.setAttribute('role', 'radiogroup');
    },
    field: {
      read: (host) => (member === 'radio' ? (checkedOf(host, 'radio')[0]?.text('value') ?? '') : checkedValues(host)),
      reset: (host) => {
        for (const each of membersOf(host, member)) each.set({ checked: false });
      },
    },
  };
}

function groupAround(host: BuiltinHost, selector: string): BuiltinHost | undefined {
  const dom = host.element.closest(selector) as ({ __wxElement?: glassEasel.Element } & Element) | null;
  return dom?.__wxElement === undefined ? undefined : builtinOf(dom.__wxElement)?.host;
}

function membersOf(group: BuiltinHost, tag: string): BuiltinHost[] {
  return [...group.element.querySelectorAll(`wx-${tag}`)].flatMap((dom) => {
    const element = (dom as { __wxElement?: glassEasel.Element }).__wxElement;
    const host = element === undefined ? undefined : builtinOf(element)?.host;
    return host === undefined ? [] : [host];
  });
}

function checkedOf(group: BuiltinHost, tag: string): BuiltinHost[] {
  return membersOf(group, tag).filter((member) => member.flag('checked'));
}

function checkedValues(group: BuiltinHost): string[] {
  return checkedOf(group, 'checkbox').map((member) => member.text('value'));
}
