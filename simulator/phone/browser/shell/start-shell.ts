import type { Chrome, Frame, Problem, Shell } from '../bridge';
import { Device } from './device';
import { dialogs } from './dialogs';
import { byId } from './elements';
import { Panel } from './panel';
import { readVisit, rememberPage } from './visit';
import { wheel } from './wheel';

/** Height of the usual phone, in px. */
const HEIGHT = 844;

/** Draws the phone and starts the program in its frame. */
function startShell(): void {
  const visit = readVisit();
  const problems: Problem[] = [];
  window.__phone = { problems };
  const frame = byId('app') as HTMLIFrameElement;
  const inFrame = (): Frame | undefined => frame.contentWindow?.phoneFrame;
  document.documentElement.classList.toggle('bare', visit.bare);
  const phone = byId('phone');
  phone.style.width = visit.bare ? '100vw' : `${visit.width}px`;
  phone.style.height = visit.bare ? '100vh' : `${HEIGHT}px`;

  let online = true;
  let depth = 1;
  const device = new Device(inFrame);
  const panel = new Panel(visit, (wanted) => {
    online = wanted;
    inFrame()?.networkChanged(wanted);
  });
  const back = watchBackButton(() => depth, inFrame);
  const shell: Shell = {
    openId: visit.openId,
    startUrl: visit.startUrl,
    get screen() {
      return { width: phone.clientWidth, height: phone.clientHeight };
    },
    get online() {
      return online;
    },
    show(chrome: Chrome) {
      depth = chrome.depth;
      device.show(chrome);
      panel.showRoute(chrome);
      rememberPage(visit.openId, chrome.url);
      back();
    },
    report(problem: Problem) {
      problems.push(problem);
      panel.addProblem(problem);
    },
    wheel,
    ...dialogs,
  };
  window.phoneShell = shell;
  frame.src = '/app/';
  if (document.documentElement.dataset.watch === 'true') watchBuild();
}

/**
 * The browser's back button goes back in the program while there is a page to go back to: one entry of history
 * stands guard and is put back when it was used.
 */
function watchBackButton(depth: () => number, frame: () => Frame | undefined): () => void {
  const guard = (): void => {
    if (depth() > 1 && history.state?.guard !== true) history.pushState({ guard: true }, '', location.href);
  };
  window.addEventListener('popstate', () => {
    if (depth() <= 1) return;
    frame()?.back();
  });
  return guard;
}

/** Reloads when the program was built again; the page comes back from the address. */
function watchBuild(): void {
  const changes = new EventSource('/app/changes');
  changes.addEventListener('built', () => location.reload());
}

startShell();
