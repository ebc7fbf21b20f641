import type { Chrome, Frame, Problem, Shell, Theme } from '../bridge';
import { Device } from './device';
import { dialogs } from './dialogs';
import { byId } from './elements';
import { Panel } from './panel';
import { permissionDialogs } from './permission-dialogs';
import { shareDialogs } from './share-dialogs';
import { drawSwitches } from './switches';
import { readVisit, rememberPage } from './visit';
import { wheel } from './wheel';

/** Height of the usual phone and of the tablet, in px. */
const HEIGHT = 844;
const TABLET_HEIGHT = 1024;
const TABLET_WIDTH = 768;
/** The title of WeChat's navigation bar grows with the text, but not beyond this, in px. */
const TITLE_SIZE = 17;
const LARGEST_TITLE = 20;

/** Draws the phone and starts the program in its frame. */
function startShell(): void {
  const visit = readVisit();
  const problems: Problem[] = [];
  window.__phone = { problems };
  const frame = byId('app') as HTMLIFrameElement;
  const inFrame = (): Frame | undefined => frame.contentWindow?.phoneFrame;
  document.documentElement.classList.toggle('bare', visit.bare);
  const phone = byId('phone');
  const resize = (width: number): void => {
    phone.style.width = visit.bare ? '100vw' : `${width}px`;
    phone.style.height = visit.bare ? '100vh' : `${width >= TABLET_WIDTH ? TABLET_HEIGHT : HEIGHT}px`;
  };
  resize(visit.width);
  phone.style.setProperty('--title', `${Math.min(LARGEST_TITLE, TITLE_SIZE * visit.textScale)}px`);

  let { network, theme, location } = visit;
  let depth = 1;
  const device = new Device(inFrame);
  const panel = new Panel(visit);
  drawSwitches(visit, {
    resize,
    setNetwork(wanted) {
      network = wanted;
      inFrame()?.networkChanged(wanted);
    },
    setLocation(wanted) {
      location = wanted;
    },
    setTheme(wanted) {
      theme = wanted;
      inFrame()?.themeChanged(wanted);
    },
  });
  const back = watchBackButton(() => depth, inFrame);
  const shell: Shell = {
    openId: visit.openId,
    startUrl: visit.startUrl,
    get screen() {
      return { width: phone.clientWidth, height: phone.clientHeight };
    },
    get network() {
      return network;
    },
    get location() {
      return location;
    },
    get theme(): Theme {
      return theme;
    },
    textScale: visit.textScale,
    privacy: visit.privacy,
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
    ...permissionDialogs,
    ...shareDialogs,
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
