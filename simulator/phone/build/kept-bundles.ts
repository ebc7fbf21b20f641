import { readdirSync, statSync } from 'node:fs';
import type { PackageScripts } from './bundle-scripts';

/** One package's scripts as they were bundled, and what they were made of. */
export interface Bundle extends PackageScripts {
  /** Absolute paths of the files that went in. */
  inputs: string[];
  /** Virtual paths of what it asks of other packages. */
  borrowed: string[];
  /** What is wrong with it, as sentences. */
  problems: string[];
  /** When its files began to be read, in ms since 1970. */
  startedAt: number;
}

/** A file's time may lag behind the clock by a tick of the kernel. */
const TICK_MILLIS = 10;

interface Kept {
  bundle: Bundle;
  asked: string;
  files: string;
}

/**
 * The bundles of the last build, for a phone that watches: most of a build is bundling, and a save touches one package
 * at most. A bundle holds while it is asked for in the same words, none of its files has been written, and no file of
 * the program has come or gone, since that may change what an import finds.
 */
export class KeptBundles {
  private readonly kept = new Map<string, Kept>();
  private names = '';

  /** At the start of a build. @param root of the program */
  begin(root: string): void {
    const names = readdirSync(root, { recursive: true }).join('\n');
    if (names !== this.names) this.kept.clear();
    this.names = names;
  }

  /** @param asked all that the bundle depends on besides its files, as a text */
  find(pack: string, asked: string): Bundle | undefined {
    const kept = this.kept.get(pack);
    return kept?.asked === asked && kept.files === stamps(kept.bundle.inputs) ? kept.bundle : undefined;
  }

  /**
   * Keeps a bundle, unless something is wrong with it or one of its files was written meanwhile: nobody knows then
   * which state was read.
   */
  keep(pack: string, asked: string, bundle: Bundle): void {
    const written = bundle.inputs.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    const isTorn = written.some((at) => at > bundle.startedAt - TICK_MILLIS);
    if (isTorn || bundle.problems.length > 0) this.kept.delete(pack);
    else this.kept.set(pack, { bundle, asked, files: stamps(bundle.inputs) });
  }
}

function stamps(files: readonly string[]): string {
  return files
    .map((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return `${stat?.mtimeMs} ${stat?.size}`;
    })
    .join();
}
