import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export interface FoundBrowser {
  executablePath: string;
  /** To be passed to the browser. */
  args: string[];
  /** To be added to the environment of the browser. */
  env?: Record<string, string>;
}

/**
 * Arguments of the package that suit a cloud function and not a test: one process for all (a closed page may take
 * the browser with it), weakened web security, and a graphics card played by the processor.
 */
const UNWANTED = [
  ...['--single-process', '--no-zygote', '--in-process-gpu', '--disable-web-security'],
  ...['--allow-running-insecure-content', '--use-gl', '--use-angle', '--enable-unsafe-swiftshader', '--ignore-gpu'],
];
/** A program of forms and lists needs no graphics card; played by the processor, it takes as long as all the rest. */
const WITHOUT_CARD = '--disable-gpu';

/** Where browsers that speak Chromium's protocol are installed, the preferred first. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap((name) => [
    `/usr/bin/${name}`,
    `/usr/local/bin/${name}`,
    `/snap/bin/${name}`,
  ]),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) => [
    `/Applications/${name}.app/Contents/MacOS/${name}`,
    `${process.env.HOME ?? ''}/Applications/${name}.app/Contents/MacOS/${name}`,
  ]),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].map((name) => `${folder ?? 'C:'}\\${name}`),
  ),
};

/** The package is an ES module and unpacks itself: a child of its own does both, whatever loads this file. */
const ASK_PACKAGE = `
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const libraries = process.env.LD_LIBRARY_PATH ?? '';
  process.stdout.write(JSON.stringify({ executablePath, args: chromium.args, libraries }));
`;

/**
 * Finds a Chromium: the one named by TONGLU_BROWSER, an installed Chrome, Chromium or Edge, else the one inside the
 * npm package @sparticuz/chromium (Linux).
 *
 * @throws a sentence that says what to install
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env.TONGLU_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { executablePath: named, args: ownArgs() };
    throw new Error(`TONGLU_BROWSER is "${named}", but there is no such file.`);
  }
  const installed = (INSTALLED[process.platform] ?? []).find((candidate) => existsSync(candidate));
  if (installed !== undefined) return { executablePath: installed, args: ownArgs() };
  if (process.platform === 'linux') {
    const packaged = await packagedBrowser();
    if (packaged !== undefined) return packaged;
  }
  throw new Error(
    'No browser was found. Install Google Chrome, Chromium or Microsoft Edge, ' +
      'or set TONGLU_BROWSER to the path of one.',
  );
}

/** One process at a time: the package takes a file that is still being unpacked for a finished one. */
async function packagedBrowser(): Promise<FoundBrowser | undefined> {
  const lock = path.join(tmpdir(), 'phone-chromium.lock');
  await takeLock(lock);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', ASK_PACKAGE], {
      cwd: path.dirname(__filename),
      // Tells the package to unpack the shared libraries that a bare Debian lacks.
      env: { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    });
    const { executablePath, args, libraries } = JSON.parse(stdout) as Unpacked;
    const suitable = [...args.filter((arg) => !UNWANTED.some((unwanted) => arg.startsWith(unwanted))), WITHOUT_CARD];
    return { executablePath, args: suitable, env: { LD_LIBRARY_PATH: libraries } };
  } catch {
    return undefined;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Unpacking takes seconds; a lock older than this is of a process that died. */
const LOCK_MILLIS = 60_000;

async function takeLock(lock: string): Promise<void> {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (since > 0 && Date.now() - since > LOCK_MILLIS) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

interface Unpacked {
  executablePath: string;
  args: string[];
  libraries: string;
}

/** Root (as in a container) cannot use Chromium's sandbox. */
function ownArgs(): string[] {
  return [WITHOUT_CARD, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}
