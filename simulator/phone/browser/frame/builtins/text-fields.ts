import { resolveUnits } from '../../units';
import type { Builtin, BuiltinHost } from './builtin';

type Field = HTMLInputElement | HTMLTextAreaElement;

const SHARED = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  cursorSpacing: 0,
  autoFocus: false,
  focus: false,
  cursor: -1,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  confirmType: 'done',
  confirmHold: false,
  name: '',
};

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' };
/** What these keyboards have no key for. */
const NO_KEYS: Record<string, RegExp> = { number: /[^\d]/g, digit: /[^\d.]/g, idcard: /[^\dXx]/g };

/** Height WeChat reports for its keyboard; the phone draws none. */
const KEYBOARD_HEIGHT = 0;

function fieldOf(host: BuiltinHost): Field {
  return host.parts.get('field') as Field;
}

function mount(host: BuiltinHost, field: Field): void {
  host.parts.set('field', field);
  field.className = 'phone-field';
  const box = host.part('field-box', 'div');
  box.append(host.part('field-placeholder', 'div'), field);
  host.element.prepend(box);
  field.addEventListener('keydown', (event) => {
    host.parts.set('keyCode', (event as KeyboardEvent).keyCode);
  });
  let composing = false;
  field.addEventListener('compositionstart', () => {
    composing = true;
  });
  field.addEventListener('compositionend', () => {
    composing = false;
    typed(host);
  });
  field.addEventListener('input', () => {
    drawPlaceholder(host);
    if (!composing) typed(host);
  });
  field.addEventListener('focus', () => {
    host.trigger('focus', { value: field.value, height: KEYBOARD_HEIGHT });
    host.trigger('keyboardheightchange', { height: KEYBOARD_HEIGHT, duration: 0 });
  });
  field.addEventListener('blur', () => {
    host.trigger('blur', { value: field.value, cursor: field.selectionStart ?? field.value.length });
    host.trigger('keyboardheightchange', { height: KEYBOARD_HEIGHT, duration: 0 });
  });
}

/** A person typed: the property follows, and a listener may answer with another value, as in WeChat. */
function typed(host: BuiltinHost): void {
  const field = fieldOf(host);
  const missing = field instanceof HTMLInputElement ? NO_KEYS[host.text('type')] : undefined;
  if (missing?.test(field.value)) field.value = field.value.replace(missing, '');
  host.set({ value: field.value });
  const keyCode = Number(host.parts.get('keyCode') ?? 0);
  let replaced: unknown;
  const cursor = field.selectionStart ?? field.value.length;
  host.trigger('input', { value: field.value, cursor, keyCode }, { onReturn: (returned) => (replaced = returned) });
  const answer = typeof replaced === 'object' && replaced !== null && 'value' in replaced ? replaced.value : replaced;
  if (typeof answer === 'string' && answer !== field.value) host.set({ value: answer });
}

function drawPlaceholder(host: BuiltinHost): void {
  const box = host.part('field-placeholder', 'div');
  box.textContent = host.text('placeholder');
  box.hidden = fieldOf(host).value !== '';
  box.className = `phone-field-placeholder input-placeholder ${host.ownerClass(host.text('placeholderClass'))}`;
  box.setAttribute('style', resolveUnits(host.text('placeholderStyle')));
}

const changed: NonNullable<Builtin['changed']> = {
  value: (host) => {
    const field = fieldOf(host);
    if (field.value !== host.text('value')) field.value = host.text('value');
    drawPlaceholder(host);
  },
  'placeholder, placeholderStyle, placeholderClass': (host) => {
    // The attribute is for screen readers and journeys; what is seen is the box, which takes the program's styles.
    fieldOf(host).placeholder = host.text('placeholder');
    drawPlaceholder(host);
  },
  disabled: (host) => {
    fieldOf(host).disabled = host.flag('disabled');
  },
  maxlength: (host) => {
    const limit = host.number('maxlength');
    if (limit >= 0) fieldOf(host).maxLength = limit;
    else fieldOf(host).removeAttribute('maxlength');
  },
  'focus, autoFocus': (host) => {
    const field = fieldOf(host);
    const wanted = host.flag('focus') || host.flag('autoFocus');
    if (wanted && document.activeElement !== field) {
      // The element may still be hidden by a transition when the property arrives.
      setTimeout(() => field.focus({ preventScroll: false }));
    } else if (!wanted && host.parts.get('focusWanted') === true) field.blur();
    host.parts.set('focusWanted', wanted);
  },
  'selectionStart, selectionEnd, cursor': (host) => {
    const [start, end] = [host.number('selectionStart'), host.number('selectionEnd')];
    const cursor = host.number('cursor');
    if (start >= 0 && end >= 0) fieldOf(host).setSelectionRange(start, end);
    else if (cursor >= 0) fieldOf(host).setSelectionRange(cursor, cursor);
  },
};

const field: NonNullable<Builtin['field']> = {
  read: (host) => fieldOf(host).value,
  reset: (host) => host.set({ value: '' }),
};

function input(): Builtin {
  return {
    tag: 'input',
    properties: {
      ...SHARED,
      type: 'text',
      password: false,
      alwaysEmbed: false,
      safePasswordCertPath: '',
      safePasswordLength: 0,
      safePasswordTimeStamp: 0,
      safePasswordNonce: '',
      safePasswordSalt: '',
      safePasswordCustomHash: '',
    },
    attached: (host) => {
      const inner = document.createElement('input');
      mount(host, inner);
      inner.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        host.trigger('confirm', { value: inner.value });
        if (!host.flag('confirmHold')) inner.blur();
      });
    },
    changed: {
      ...changed,
      'type, password': (host) => {
        const inner = host.parts.get('field') as HTMLInputElement;
        inner.type = host.flag('password') || host.text('type') === 'safe-password' ? 'password' : 'text';
        inner.inputMode = KEYBOARDS[host.text('type')] ?? 'text';
      },
      confirmType: (host) => {
        fieldOf(host).enterKeyHint = host.text('confirmType');
      },
    },
    activated: (host) => fieldOf(host).focus(),
    field,
  };
}

function textarea(): Builtin {
  return {
    tag: 'textarea',
    properties: {
      ...SHARED,
      autoHeight: false,
      fixed: false,
      showConfirmBar: true,
      disableDefaultPadding: false,
      adjustKeyboardTo: 'cursor',
      confirmType: 'return',
    },
    attached: (host) => {
      const inner = document.createElement('textarea');
      mount(host, inner);
      inner.addEventListener('input', () => grow(host));
      inner.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing || host.text('confirmType') === 'return') return;
        event.preventDefault();
        host.trigger('confirm', { value: inner.value });
        if (!host.flag('confirmHold')) inner.blur();
      });
    },
    changed: {
      ...changed,
      'value, autoHeight, placeholder': (host) => {
        changed.value?.(host);
        grow(host);
      },
    },
    activated: (host) => fieldOf(host).focus(),
    field,
  };
}

/** Fits an auto-height textarea to its text, and tells when the number of lines changes. */
function grow(host: BuiltinHost): void {
  const inner = fieldOf(host);
  host.element.classList.toggle('phone-auto-height', host.flag('autoHeight'));
  if (host.flag('autoHeight')) {
    inner.style.height = '0';
    inner.style.height = `${inner.scrollHeight}px`;
  } else inner.style.height = '';
  const lineHeight = Number.parseFloat(getComputedStyle(inner).lineHeight) || 20;
  const lineCount = Math.max(1, Math.round(inner.scrollHeight / lineHeight));
  if (host.parts.get('lineCount') === lineCount) return;
  host.parts.set('lineCount', lineCount);
  host.trigger('linechange', {
    height: inner.scrollHeight,
    heightRpx: (inner.scrollHeight * 750) / innerWidth,
    lineCount,
  });
}

/** Components a person types into. */
export const textFields: Builtin[] = [input(), textarea()];
