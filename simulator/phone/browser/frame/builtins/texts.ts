import { resolveUnits } from '../../units';
import type { Builtin, BuiltinHost } from './builtin';
import { sanitizedNodes } from './rich-text-nodes';

/** Components that show words. */
export const texts: Builtin[] = [
  openData(),
  text(),
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
  icon(),
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

/** Width of WeChat's two other spaces, as characters. */
const SPACES: Record<string, string> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' };
const ENTITIES: Record<string, string> = {
  ...SPACES,
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
};

/** Words; `decode` and `space` change what is drawn, not what the program has. */
function text(): Builtin {
  return {
    tag: 'text',
    properties: { selectable: false, userSelect: false, space: '', decode: false, overflow: 'visible', maxLines: 0 },
    attached: (host) => {
      const observer = new MutationObserver(() => draw(host));
      host.parts.set('observer', observer);
      draw(host);
    },
    detached: (host) => (host.parts.get('observer') as MutationObserver | undefined)?.disconnect(),
    changed: {
      'selectable, userSelect': (host) =>
        host.element.toggleAttribute('selectable', host.flag('selectable') || host.flag('userSelect')),
      'space, decode': draw,
    },
  };
}

function draw(host: BuiltinHost): void {
  const observer = host.parts.get('observer') as MutationObserver | undefined;
  const space = SPACES[host.text('space')];
  host.element.toggleAttribute('spaced', space !== undefined);
  if (observer === undefined || (space === undefined && !host.flag('decode'))) return;
  observer.disconnect();
  for (const node of host.element.childNodes) {
    if (!(node instanceof Text)) continue;
    let words = node.data;
    if (host.flag('decode')) {
      words = words.replace(/&(lt|gt|amp|apos|nbsp|ensp|emsp);/g, (entity, name: string) => ENTITIES[name] ?? entity);
    }
    if (space !== undefined) words = words.replace(/ /g, space);
    if (words !== node.data) node.data = words;
  }
  observer.observe(host.element, { childList: true, characterData: true, subtree: true });
}

/** The shapes of WeChat's icons and their colours are in frame.css. */
function icon(): Builtin {
  return {
    tag: 'icon',
    properties: { type: '', size: 23, color: '' },
    changed: {
      'type, size, color': (host) => {
        const length = pixels(host.text('size'));
        const mark = host.part('icon', 'i');
        mark.dataset.type = host.text('type');
        mark.setAttribute('style', `width:${length};height:${length};background-color:${host.text('color')}`);
        host.element.prepend(mark);
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
    detached: (host) => window.clearInterval(host.parts.get('timer') as number | undefined),
    changed: {
      'showInfo, fontSize, strokeWidth, activeColor, color, backgroundColor, borderRadius': drawBar,
      'percent, active': advance,
    },
  };
}

/** An active bar walks to its percent, `duration` ms each, from the start or from where it stood. */
function advance(host: BuiltinHost): void {
  const percent = Math.min(100, Math.max(0, host.number('percent')));
  window.clearInterval(host.parts.get('timer') as number | undefined);
  host.element.setAttribute('aria-valuenow', String(percent));
  if (!host.flag('active')) {
    host.parts.set('shown', percent);
    drawBar(host);
    return;
  }
  let shown = host.text('activeMode') === 'forwards' ? Number(host.parts.get('shown') ?? 0) : 0;
  const step = (): void => {
    const there = Math.abs(percent - shown) < 1;
    shown = there ? percent : shown + Math.sign(percent - shown);
    host.parts.set('shown', shown);
    drawBar(host);
    if (!there) return;
    window.clearInterval(host.parts.get('timer') as number);
    host.trigger('activeend', { curPercent: percent });
  };
  host.parts.set('timer', window.setInterval(step, Math.max(1, host.number('duration'))));
}

function drawBar(host: BuiltinHost): void {
  const percent = Number(host.parts.get('shown') ?? 0);
  const colour = host.text('activeColor') === '#09BB07' ? host.text('color') : host.text('activeColor');
  const radius = pixels(host.text('borderRadius'));
  const done = host.part('progress-done', 'div');
  const info = host.part('progress-text', 'span');
  host.part('progress-bar', 'div').style.cssText =
    `height:${pixels(host.text('strokeWidth'))};background:${host.text('backgroundColor')};border-radius:${radius}`;
  done.style.cssText = `width:${percent}%;background:${colour};border-radius:${radius}`;
  info.textContent = host.flag('showInfo') ? `${percent}%` : '';
  info.style.fontSize = pixels(host.text('fontSize'));
}

/** A length that may be written as a bare number of px. */
function pixels(length: string): string {
  return /^[\d.]+$/.test(length) ? `${length}px` : resolveUnits(length);
}
