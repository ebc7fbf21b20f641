import type { WheelColumn, WheelOptions } from '../bridge';
import { ask } from './dialogs';
import { make } from './elements';

/** Height of one step, as in shell.css. */
const STEP = 44;

/** The picker's wheel at the bottom of the phone. Each column is a listbox: arrows, clicks and scrolling move it. */
export function wheel(options: WheelOptions): Promise<number[] | undefined> {
  return ask<number[] | undefined>(undefined, (close) => {
    let indexes = options.columns.map((column) => column.index);
    const body = make('div', { class: 'wheel-columns' });
    const draw = (columns: WheelColumn[], from: number): void => {
      const before = [...body.children];
      const drawn = columns.map((column, at) => {
        const kept = before[at];
        if (at < from && kept !== undefined) return kept;
        indexes[at] = Math.min(column.index, Math.max(0, column.labels.length - 1));
        return drawColumn(column, at, (index) => moved(at, index));
      });
      indexes = indexes.slice(0, columns.length);
      body.replaceChildren(...drawn);
      drawn.forEach((element, at) => {
        element.scrollTop = (indexes[at] ?? 0) * STEP;
      });
    };
    const moved = (at: number, index: number): void => {
      if (indexes[at] === index) return;
      indexes[at] = index;
      const columns = options.onColumn(at, index, [...indexes]);
      if (columns !== undefined) {
        const same = columns.map((column, place) => (place === at ? { ...column, index } : column));
        draw(same, at + 1);
      }
    };
    const sheet = make('div', {
      class: 'sheet wheel',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': options.title || '选择',
    });
    const head = make(
      'div',
      { class: 'wheel-head' },
      make('button', { onclick: () => close(undefined) }, '取消'),
      make('span', {}, options.title),
      make('button', { class: 'confirm', onclick: () => close([...indexes]) }, '确定'),
    );
    sheet.append(head, body);
    // Scroll positions hold only once the sheet is in the document.
    requestAnimationFrame(() => draw(options.columns, 0));
    return sheet;
  });
}

function drawColumn(column: WheelColumn, at: number, moved: (index: number) => void): HTMLElement {
  const name = `第 ${at + 1} 列`;
  const list = make('div', { class: 'wheel-column', role: 'listbox', tabindex: '0', 'aria-label': name });
  const mark = (index: number): void => {
    [...list.children].forEach((item, place) => {
      item.setAttribute('aria-selected', String(place === index));
    });
  };
  const go = (index: number): void => {
    const bounded = Math.min(column.labels.length - 1, Math.max(0, index));
    list.scrollTo({ top: bounded * STEP, behavior: 'smooth' });
    mark(bounded);
    moved(bounded);
  };
  list.append(...column.labels.map((label, index) => make('div', { role: 'option', onclick: () => go(index) }, label)));
  mark(column.index);
  let settle = 0;
  list.addEventListener('scroll', () => {
    window.clearTimeout(settle);
    settle = window.setTimeout(() => {
      // A column that was drawn anew meanwhile has no say, and stands at 0.
      if (!list.isConnected) return;
      const index = Math.round(list.scrollTop / STEP);
      mark(index);
      moved(index);
    }, 120);
  });
  list.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    go(Math.round(list.scrollTop / STEP) + by);
  });
  return list;
}
