import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { buildIfChanged } from '../../scripts/build/build-product';
import { keysIn } from '../../scripts/keys';
import { seedsIn } from '../../seeds/seeds-in';
import { dayOf, momentOn } from '../../shared/kernel/day';
import { type DrivenPhone, openPhone } from '../../simulator/phone/drive-phone';
import { findBrowser } from '../../simulator/phone/find-browser';
import { type Simulator, startSimulator } from '../../simulator/server';
import { root } from '../source-tree';

/** A phone that keeps a picture of every screen it is asked for. */
export interface Phone extends DrivenPhone {
  /** Keeps artifacts/journeys/<journey>/<number>-<name>.png. */
  keep(name: string): Promise<void>;
}

/** The built product as `npm start` runs it, on a database of its own, with a real browser. */
export interface Product {
  simulator: Simulator;
  /** How far its clocks are ahead of this machine's: a journey begins at ten in the morning, whenever it is run. */
  aheadMillis: number;
  phone(as?: string, page?: string, network?: 'none'): Promise<Phone>;
  /** Stops the simulator and starts it again on the same database. */
  restart(): Promise<void>;
  /** Everything that a phone complained about: missing interfaces, warnings, errors, pictures that did not load. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const system = Object.entries({ ...process.env, ...env }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return chromium.launch({ executablePath, args, env: Object.fromEntries(system) });
}

/** Waits until what moves has arrived; what moves for ever (a skeleton) is not waited for. */
async function atRest({ frame }: DrivenPhone): Promise<void> {
  // Sheets are given to the page one frame before they begin to move.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await frame.locator('body').evaluate(`Promise.all(
    document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
      .map(({ finished }) => finished.catch(() => undefined)),
  ).then(() => undefined)`);
}

export async function openProduct(journey: string): Promise<Product> {
  await buildIfChanged(root);
  const folder = mkdtempSync(join(tmpdir(), 'journey-'));
  const pictures = join(root, 'artifacts/journeys', journey);
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  const environmentFile = join(folder, 'keys.env');
  const morning = momentOn(dayOf(new Date()), '10:00');
  const aheadMillis = morning.getTime() - Date.now();
  const seedFile = await seedsIn(join(folder, 'seeds'), await keysIn(environmentFile), morning);
  const projectFile = join(root, 'project.config.json');
  const start = () => {
    const startAt = new Date(Date.now() + aheadMillis);
    return startSimulator({ projectFile, seedFile, data: join(folder, 'data'), environmentFile, startAt });
  };
  let simulator = await start();
  const browser = await launch();
  const phones: Phone[] = [];
  let kept = 0;
  return {
    get simulator() {
      return simulator;
    },
    aheadMillis,
    async phone(as, page, network) {
      const options = {
        aheadMillis,
        ...(as === undefined ? {} : { as }),
        ...(page === undefined ? {} : { page }),
        ...(network === undefined ? {} : { network }),
      };
      const driven = await openPhone(browser, simulator.url, options);
      const keep = async (name: string) => {
        kept += 1;
        await atRest(driven);
        await driven.screenshot(join(pictures, `${String(kept).padStart(2, '0')}-${name}.png`));
      };
      const phone = { ...driven, keep };
      phones.push(phone);
      return phone;
    },
    async restart() {
      await Promise.all(phones.splice(0).map((phone) => phone.close()));
      await simulator.close();
      simulator = await start();
    },
    async complaints() {
      const found = await Promise.all(phones.map((phone) => phone.problems()));
      const said = found.flat().map(({ kind, message, page }) => `${page}: ${kind}: ${message}`);
      return [...new Set([...said, ...simulator.phone.problems])];
    },
    async close() {
      await browser.close();
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
