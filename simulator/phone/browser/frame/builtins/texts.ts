import { resolveUnits } from '../../units';
import type { Builtin } from './builtin';
import { sanitizedNodes } from './rich-text-nodes';

/** Components that show words. */
export const texts: Builtin[] = [
  openData(),
  {
    tag: 'text',
    properties: { selectable: false, userSelect: false, space: '', decode: false, overflow: 'visible', maxLines: 0 },
    changed: {
      'selectable, userSelect': (host) =>
        host.element.toggleAttribute('selectable', host.flag('selectable') || host.flag('userSelect')),
      space: (host) => host.element.setAttribute('space', host.text('space')),
    },
  },
  {
    tag: 'rich-text',
    properties: { nodes: null, space: '', userSelect: false, mode: 'default' },
    changed: {
      nodes: (host) => {
        const body = host.part('rich-text', 'div');
        body.replaceChildren(...sanitizedNodes(host.get('nodes')));
        host.element.prepend(body);
      },
    },
  },
  {
    tag: 'icon',
    properties: { type: '', size: 23, color: '' },
    changed: {
      'type, size, color': (host) => {
        const size = host.get('size');
        const length = typeof size === 'number' || /^\d+$/.test(String(size)) ? `${size}px` : String(size);
        const mark = host.part('icon', 'i');
        mark.dataset.type = host.text('type');
        mark.setAttribute('style', resolveUnits(`font-size:${length};color:${host.text('color') || 'inherit'}`));
        host.element.prepend(mark);
      },
    },
  },
  progress(),
];

/** What WeChat itself knows of a person; since 2022 it tells nobody more than this. */
function openData(): Builtin {
  return {
    tag: 'open-data',
    properties: { type: '', openGid: '', lang: 'en', defaultText: '', defaultAvatar: '', useEmptyValue: false },
    changed: {
      'type, defaultText': (host) => {
        const known = host.text('type') === 'userNickName' ? '微信用户' : '';
        host.part('open-data', 'span').textContent = known || host.text('defaultText');
        host.element.prepend(host.part('open-data', 'span'));
      },
    },
  };
}

function progress(): Builtin {
  return {
    tag: 'progress',
    properties: {
      percent: 0,
      showInfo: false,
      borderRadius: 0,
      fontSize: 16,
      strokeWidth: 6,
      color: '#09BB07',
      activeColor: '#09BB07',
      backgroundColor: '#EBEBEB',
      active: false,
      activeMode: 'backwards',
      duration: 30,
    },
    attached: (host) => {
      const bar = host.part('progress-bar', 'div');
      bar.append(host.part('progress-done', 'div'));
      host.element.prepend(bar, host.part('progress-text', 'span'));
      host.element.setAttribute('role', 'progressbar');
    },
    changed: {
      'percent, showInfo, strokeWidth, activeColor, color, backgroundColor, borderRadius': (host) => {
        const percent = Math.min(100, Math.max(0, host.number('percent')));
        const colour = host.text('activeColor') === '#09BB07' ? host.text('color') : host.text('activeColor');
        const radius = host.number('borderRadius');
        host.part('progress-bar', 'div').style.cssText =
          `height:${host.number('strokeWidth')}px;background:${host.text('backgroundColor')};border-radius:${radius}px`;
        host.part('progress-done', 'div').style.cssText = `width:${percent}%;background:${colour}`;
        host.part('progress-text', 'span').textContent = host.flag('showInfo') ? `${percent}%` : '';
        host.element.setAttribute('aria-valuenow', String(percent));
      },
    },
  };
}
