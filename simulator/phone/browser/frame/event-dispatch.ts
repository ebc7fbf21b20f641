import * as glassEasel from 'glass-easel';

/** Key of the live element on `event.target` and `event.currentTarget`, for WXS handlers. */
export const LIVE_ELEMENT = Symbol('live element');

/** What a listener sees as target: plain values, as WeChat sends them to the logic layer. */
export interface EventTargetRecord {
  id: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
  [LIVE_ELEMENT]: glassEasel.Element | undefined;
}

/** Makes events carry plain targets; glass-easel hands out live components. Call once, before any event. */
export function plainEventTargets(): void {
  const original = glassEasel.Event.prototype.wrapShadowedEvent;
  glassEasel.Event.prototype.wrapShadowedEvent = function (target, mark, currentTarget) {
    const event = original.call(this, target, mark, currentTarget);
    return Object.assign(event, { target: describe(target), currentTarget: describe(currentTarget), mark: mark ?? {} });
  };
}

/** The live element behind a node or the object a program calls a component. */
export function elementOf(node: unknown): glassEasel.Element | undefined {
  if (node instanceof glassEasel.Element) return node;
  if (typeof node !== 'object' || node === null || !('_$' in node)) return undefined;
  return node._$ instanceof glassEasel.Element ? node._$ : undefined;
}

function describe(node: unknown): EventTargetRecord {
  const element = elementOf(node);
  const dom = element?.getBackendElement() as unknown;
  const box = dom instanceof HTMLElement ? dom : undefined;
  return {
    id: element?.id ?? '',
    dataset: { ...element?.dataset },
    offsetLeft: box?.offsetLeft ?? 0,
    offsetTop: box?.offsetTop ?? 0,
    [LIVE_ELEMENT]: element,
  };
}

export interface DispatchOptions {
  bubbles?: boolean;
  /** Put beside `detail` on the event: touches, changedTouches. */
  fields?: Record<string, unknown>;
  /** Receives what each listener returned; being called at all means that somebody listened. */
  onReturn?: (returned: unknown) => void;
}

/** Dispatches an event at an element. @returns whether a listener prevented the default (catch, or `return false`) */
export function dispatchAt(
  target: glassEasel.Element,
  name: string,
  detail: unknown,
  options: DispatchOptions = {},
): boolean {
  const bubbles = options.bubbles === true;
  const onReturn = options.onReturn;
  const event = new glassEasel.Event(name, detail, {
    bubbles,
    composed: bubbles,
    capturePhase: true,
    ...(options.fields === undefined ? {} : { extraFields: options.fields }),
    ...(onReturn === undefined
      ? {}
      : {
          handleListenerReturn: (returned: unknown) => {
            onReturn(returned);
            return returned !== false;
          },
        }),
  });
  glassEasel.Event.dispatchEvent(target, event);
  return event.defaultPrevented();
}

/** The framework's element that a DOM node belongs to: the nearest one upwards. */
export function elementAt(node: EventTarget | null): glassEasel.Element | undefined {
  for (let at: Node | null = node instanceof Node ? node : null; at !== null; at = at.parentNode) {
    const element = (at as { __wxElement?: glassEasel.Element }).__wxElement;
    if (element !== undefined) return element;
  }
  return undefined;
}
