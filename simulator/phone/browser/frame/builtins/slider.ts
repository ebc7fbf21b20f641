import type { Builtin, BuiltinHost } from './builtin';

/** A real range input, dressed as WeChat's slider; keyboard and screen readers come with it. */
export const slider: Builtin = {
  tag: 'slider',
  properties: {
    min: 0,
    max: 100,
    step: 1,
    disabled: false,
    value: 0,
    color: '#e9e9e9',
    selectedColor: '#1aad19',
    activeColor: '#1aad19',
    backgroundColor: '#e9e9e9',
    blockSize: 28,
    blockColor: '#ffffff',
    showValue: false,
    name: '',
  },
  attached: (host) => {
    const range = host.part('slider', 'input');
    range.type = 'range';
    host.element.prepend(range, host.part('slider-value', 'span'));
    range.addEventListener('input', () => {
      draw(host);
      host.trigger('changing', { value: Number(range.value) });
    });
    range.addEventListener('change', () => {
      host.set({ value: Number(range.value) });
      host.trigger('change', { value: Number(range.value) });
    });
  },
  changed: {
    'min, max, step, value, disabled, activeColor, backgroundColor, blockSize, blockColor, showValue': (host) => {
      const range = host.part('slider', 'input');
      for (const name of ['min', 'max', 'step'] as const) range[name] = host.text(name);
      range.value = host.text('value');
      range.disabled = host.flag('disabled');
      draw(host);
    },
  },
  field: { read: (host) => host.number('value'), reset: (host) => host.set({ value: host.number('min') }) },
};

function draw(host: BuiltinHost): void {
  const range = host.part('slider', 'input');
  const [min, max] = [host.number('min'), host.number('max')];
  const part = max > min ? ((Number(range.value) - min) / (max - min)) * 100 : 0;
  range.style.cssText =
    `--done:${part}%;--active:${host.text('activeColor')};--rest:${host.text('backgroundColor')};` +
    `--block:${Math.min(28, Math.max(12, host.number('blockSize')))}px;--block-color:${host.text('blockColor')}`;
  host.part('slider-value', 'span').textContent = host.flag('showValue') ? range.value : '';
}
