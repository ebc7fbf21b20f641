import { clockPanel } from './clock-panel.js';
import { collectionsPanel } from './collections-panel.js';
import { inShanghai, look, make } from './elements.js';
import { faultsPanel } from './faults-panel.js';
import { functionsPanel } from './functions-panel.js';
import { outboxPanel } from './outbox-panel.js';
import { peoplePanel } from './people-panel.js';
import { storagePanel } from './storage-panel.js';
import { timersPanel } from './timers-panel.js';

/** By the name in the address; each draws itself anew and may ask for that again. */
const PANELS = {
  collections: ['集合', collectionsPanel],
  functions: ['函数', functionsPanel],
  timers: ['定时器', timersPanel],
  storage: ['文件', storagePanel],
  outbox: ['发件箱', outboxPanel],
  people: ['人员', peoplePanel],
  clock: ['时钟', clockPanel],
  faults: ['故障', faultsPanel],
};

const byId = (id) => document.getElementById(id);

/** Runs a deed of a panel and says what was refused. */
async function attempt(deed) {
  const refusal = byId('refusal');
  refusal.hidden = true;
  try {
    await deed();
  } catch (error) {
    refusal.textContent = error.message;
    refusal.hidden = false;
  }
  await showClock();
}

async function showClock() {
  const { now, shiftMs } = await look('/cloud/clock');
  byId('now').textContent = inShanghai(now);
  byId('now').dataset.moved = String(shiftMs !== 0);
}

function open() {
  const wanted = location.hash.slice(1);
  const name = wanted in PANELS ? wanted : 'collections';
  const [title, draw] = PANELS[name];
  byId('title').textContent = title;
  for (const link of document.querySelectorAll('nav button')) {
    if (link.dataset.panel === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const redraw = () => attempt(async () => byId('panel').replaceChildren(...(await draw({ attempt, redraw }))));
  void redraw();
}

for (const [name, [title]] of Object.entries(PANELS)) {
  const go = () => {
    if (location.hash === `#${name}`) open();
    location.hash = name;
  };
  byId('panels').append(make('button', { type: 'button', 'data-panel': name, click: go }, title));
}
addEventListener('hashchange', open);
setInterval(() => void showClock().catch(() => undefined), 5000);
open();
