import * as glassEasel from 'glass-easel';
import { type EventTargetRecord, LIVE_ELEMENT } from '../event-dispatch';
import { type Builtin, type BuiltinHost, builtinOf } from './builtin';
import { forgetIcon, paintIconWhenNear } from './icon-label';

/** A label passes a tap on to the control it contains or names. */
export const label: Builtin = {
  tag: 'label',
  properties: { for: '' },
  attached: (host) => {
    paintIconWhenNear(host.element);
    host.component.addListener('tap', (event) => {
      const touched = (event as unknown as { target: EventTargetRecord }).target[LIVE_ELEMENT];
      const dom = touched?.getBackendElement() as unknown;
      const control = controlOf(host);
      // A tap on the control itself has done its work already.
      if (control === undefined || (dom instanceof Node && control.element.contains(dom))) return;
      builtinOf(control.component)?.builtin.activated?.(control);
    });
  },
  detached: (host) => forgetIcon(host.element),
};

function controlOf(label: BuiltinHost): BuiltinHost | undefined {
  const id = label.text('for');
  if (id !== '') {
    const named = label.component.ownerShadowRoot?.querySelector(`#${id}`);
    return named ? builtinOf(named)?.host : undefined;
  }
  const found: BuiltinHost[] = [];
  const search = (node: glassEasel.Node): void => {
    if (!glassEasel.Element.isElement(node)) return;
    const known = builtinOf(node);
    if (known?.builtin.activated !== undefined) found.push(known.host);
    node.childNodes.forEach(search);
  };
  label.component.childNodes.forEach(search);
  return found[0];
}
