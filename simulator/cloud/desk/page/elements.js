/** Makes an element; texts become text nodes, so nothing that is stored is ever read as HTML. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

/** A table, or a sentence when there are no rows. Cells are texts, numbers or elements. */
export function table(headings, rows, empty) {
  if (rows.length === 0) return make('p', { class: 'empty' }, empty);
  const cell = (value) => make('td', typeof value === 'number' ? { class: 'number' } : {}, asNode(value));
  return make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...headings.map((heading) => make('th', { scope: 'col' }, heading)))),
    make('tbody', {}, ...rows.map((row) => make('tr', {}, ...row.map(cell)))),
  );
}

function asNode(value) {
  return value instanceof Node ? value : String(value ?? '');
}

/** A field with its label above it. */
export function field(label, input) {
  return make('label', {}, label, input);
}

export function button(label, click, kind) {
  return make('button', { type: 'button', click, class: kind }, label);
}

/** A moment as it reads in Shanghai. */
export function inShanghai(instant) {
  return new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}

export async function look(path) {
  return answered(await fetch(path));
}

export async function send(path, body = {}) {
  return answered(await fetch(path, { method: 'POST', body: JSON.stringify(body) }));
}

async function answered(response) {
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}
