import * as glassEasel from 'glass-easel';
import { type Builtin, type BuiltinHost, builtinOf } from './builtin';

/** A field of a form: a built-in, or a component of the program with the behavior `wx://form-field`. */
interface FormField {
  name: string;
  read(): unknown;
  reset(): void;
}

export const form: Builtin = {
  tag: 'form',
  properties: { reportSubmit: false, reportSubmitTimeout: 0 },
};

/** Submits the form around an element: `submit` with the values of its named fields. */
export function submitForm(inside: glassEasel.Element): void {
  const host = formAround(inside);
  if (host === undefined) return;
  const value = Object.fromEntries(fieldsOf(host).map((field) => [field.name, field.read()]));
  host.trigger('submit', { value, formId: '' });
}

/** Empties the fields of the form around an element and tells it: `reset`. */
export function resetForm(inside: glassEasel.Element): void {
  const host = formAround(inside);
  if (host === undefined) return;
  for (const field of fieldsOf(host)) field.reset();
  host.trigger('reset');
}

function formAround(inside: glassEasel.Element): BuiltinHost | undefined {
  const dom = inside.getBackendElement() as unknown;
  const element = dom instanceof HTMLElement ? dom.closest('wx-form') : null;
  const live = (element as { __wxElement?: glassEasel.Element } | null)?.__wxElement;
  return live === undefined ? undefined : builtinOf(live)?.host;
}

function fieldsOf(form: BuiltinHost): FormField[] {
  const fields: FormField[] = [];
  const visit = (element: glassEasel.Element): void => {
    const field = asField(element);
    if (field !== undefined && field.name !== '') fields.push(field);
  };
  for (const dom of form.element.querySelectorAll('*')) {
    const element = (dom as { __wxElement?: glassEasel.Element }).__wxElement;
    if (element !== undefined) visit(element);
  }
  return fields;
}

function asField(element: glassEasel.Element): FormField | undefined {
  const known = builtinOf(element);
  if (known?.builtin.field !== undefined) {
    const { host, builtin } = known;
    return {
      name: host.text('name'),
      read: () => builtin.field?.read(host),
      reset: () => builtin.field?.reset(host),
    };
  }
  if (!glassEasel.Component.isComponent(element) || known !== undefined) return undefined;
  if (!glassEasel.Component.hasProperty(element, 'name') || !glassEasel.Component.hasProperty(element, 'value')) {
    return undefined;
  }
  const values = element.data as Record<string, unknown>;
  return {
    name: String(values.name ?? ''),
    read: () => values.value,
    reset: () => element.setData({ value: '' } as unknown as Record<string, never>),
  };
}
