import type { Chrome, Frame, Problem, Theme } from '../bridge';
import { Device } from './device';
import { dialogs } from './dialogs';
import { byId } from './elements';
import { Inspector } from './inspector';
import { Panel } from './panel';
import { permissionDialogs } from './permission-dialogs';
import { shareDialogs } from './share-dialogs';
import { drawSwitches, type Settings } from './switches';
import { address, FROM_MOMENTS_SCENE, MOMENTS_SCENE, readVisit, rememberPage, type Visit } from './visit';
import { wheel } from './wheel';

/** Height of the usual phone and of the tablet, in px. */
const HEIGHT = 844;
const TABLET_HEIGHT = 1024;
const TABLET_WIDTH = 768;
/** The title of WeChat's navigation bar grows with the text, but not beyond this, in px. */
const TITLE_SIZE = 17;
const LARGEST_TITLE = 20;

/** What the switches beside the phone have been set to, and how deep the program is. */
type State = Pick<Visit, 'network' | 'theme' | 'location' | 'updates' | 'timeZone'> & { depth: number };

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
  phone.classList.toggle('single-page', visit.scene === MOMENTS_SCENE);
  byId('to-program').addEventListener('click', () => location.assign(address({ scene: String(FROM_MOMENTS_SCENE) })));
  phone.style.setProperty('--title', `${Math.min(LARGEST_TITLE, TITLE_SIZE * visit.textScale)}px`);

  const { network, theme, location: place, updates, timeZone } = visit;
  const state: State = { network, theme, location: place, updates, timeZone, depth: 1 };
  const device = new Device(inFrame, () => state.timeZone);
  const panel = new Panel(visit);
  if (!visit.bare) new Inspector(inFrame);
  drawSwitches(visit, { resize, ...settings(state, device, inFrame) });
  const back = watchBackButton(() => state.depth, inFrame);
  window.phoneShell = {
    openId: visit.openId,
    startUrl: visit.startUrl,
    scene: visit.scene,
    get screen() {
      return { width: phone.clientWidth, height: phone.clientHeight };
    },
    get network() {
      return state.network;
    },
    get location() {
      return state.location;
    },
    get theme(): Theme {
      return state.theme;
    },
    get timeZone() {
      return state.timeZone;
    },
    textScale: visit.textScale,
    privacy: visit.privacy,
    restart: () => location.assign(address({ page: undefined, scene: undefined })),
    show(chrome: Chrome) {
      state.depth = chrome.depth;
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
  frame.src = startsAlone(visit.startUrl) ? '/app/alone' : '/app/';
  if (document.documentElement.dataset.watch === 'true') watchBuild(state, inFrame);
}

/** Whether the first page is in an independent subpackage, which opens without the main one. */
function startsAlone(startUrl: string | undefined): boolean {
  const roots = JSON.parse(document.documentElement.dataset.independent ?? '[]') as string[];
  return roots.some((root) => startUrl?.startsWith(`${root}/`));
}

/** What the switches do to the phone that is running. */
function settings(state: State, device: Device, frame: () => Frame | undefined): Omit<Settings, 'resize'> {
  return {
    setNetwork(wanted) {
      state.network = wanted;
      frame()?.networkChanged(wanted);
    },
    setLocation(wanted) {
      state.location = wanted;
    },
    setTimeZone(wanted) {
      state.timeZone = wanted;
      device.tick();
    },
    setUpdates(wanted) {
      state.updates = wanted;
    },
    setTheme(wanted) {
      state.theme = wanted;
      frame()?.themeChanged(wanted);
    },
  };
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

/** When the program was built again it is told, or everything is loaded anew; the page comes back from the address. */
function watchBuild(state: State, frame: () => Frame | undefined): void {
  const changes = new EventSource('/app/changes');
  changes.addEventListener('built', () => {
    if (state.updates === 'tell') frame()?.updateFound();
    else location.reload();
  });
}

startShell();
