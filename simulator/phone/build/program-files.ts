import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of one mini program under their virtual paths: `/`-separated, relative to `miniprogramRoot`, without a
 * leading slash. A package that DevTools has not packed yet is seen at the place where packing would put it
 * (`miniprogram_npm/<package>/…`), read from the package's own "miniprogram" folder in node_modules.
 */
export class ProgramFiles {
  private readonly packageFolders = new Map<string, string | undefined>();

  /** @param root absolute path of `miniprogramRoot` */
  constructor(readonly root: string) {}

  /** Absolute path of a virtual path; the file need not exist. */
  toFile(virtualPath: string): string {
    const inRoot = path.join(this.root, virtualPath);
    if (existsSync(inRoot)) return inRoot;
    const match = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(virtualPath);
    if (match?.[1] === undefined) return inRoot;
    const folder = this.packageFolder(match[1]);
    return folder === undefined ? inRoot : path.join(folder, match[2] ?? '');
  }

  /** The virtual path of an absolute path, undefined for a file that is no part of the program. */
  toVirtual(file: string): string | undefined {
    const relative = path.relative(this.root, file);
    if (!relative.startsWith('..') && !path.isAbsolute(relative)) return relative.split(path.sep).join('/');
    for (const [name, folder] of this.packageFolders) {
      if (folder === undefined) continue;
      const inPackage = path.relative(folder, file);
      if (inPackage.startsWith('..') || path.isAbsolute(inPackage)) continue;
      return `miniprogram_npm/${name}/${inPackage.split(path.sep).join('/')}`;
    }
    return undefined;
  }

  exists(virtualPath: string): boolean {
    const file = this.toFile(virtualPath);
    return existsSync(file) && statSync(file).isFile();
  }

  /** Text of a file, undefined when there is none. */
  read(virtualPath: string): string | undefined {
    return this.exists(virtualPath) ? readFileSync(this.toFile(virtualPath), 'utf8') : undefined;
  }

  /** The script behind a path without extension. */
  script(virtualPath: string): string | undefined {
    return ['.ts', '.js'].map((extension) => virtualPath + extension).find((candidate) => this.exists(candidate));
  }

  /**
   * Resolves what `usingComponents` names, as WeChat does: relative to the folder, from the root, else from the
   * nearest `miniprogram_npm`; a folder means its index.
   * @returns the virtual path without extension, undefined when nothing is there
   */
  resolveComponent(request: string, fromFolder: string): string | undefined {
    const isComponent = (candidate: string) => this.exists(`${candidate}.json`) || this.exists(`${candidate}.wxml`);
    return this.resolve(request, fromFolder, isComponent);
  }

  /** Resolves a file named in an `@import`, `<import>` or `require`: relative, from the root, or from a package. */
  resolveFile(request: string, fromFolder: string): string | undefined {
    return this.resolve(request, fromFolder, (candidate) => this.exists(candidate));
  }

  private resolve(request: string, fromFolder: string, found: (path: string) => boolean): string | undefined {
    const candidates = request.startsWith('/')
      ? [normalize(request)]
      : [normalize(`${fromFolder}/${request}`), ...(request.startsWith('.') ? [] : packagePaths(request, fromFolder))];
    return candidates.flatMap((candidate) => [candidate, `${candidate}/index`]).find(found);
  }

  private packageFolder(name: string): string | undefined {
    if (this.packageFolders.has(name)) return this.packageFolders.get(name);
    let folder: string | undefined;
    for (let at = this.root; ; at = path.dirname(at)) {
      const manifest = path.join(at, 'node_modules', name, 'package.json');
      if (existsSync(manifest)) {
        const declared: unknown = JSON.parse(readFileSync(manifest, 'utf8')).miniprogram;
        if (typeof declared === 'string') folder = path.join(path.dirname(manifest), declared);
        break;
      }
      if (path.dirname(at) === at) break;
    }
    this.packageFolders.set(name, folder);
    return folder;
  }
}

/** Every `miniprogram_npm` that could hold the request, nearest first. */
export function packagePaths(request: string, fromFolder: string): string[] {
  const parts = fromFolder.split('/').filter(Boolean);
  return Array.from({ length: parts.length + 1 }, (_, depth) =>
    normalize([...parts.slice(0, parts.length - depth), 'miniprogram_npm', request].join('/')),
  );
}

/** A virtual path without `.`, `..` and leading slash. */
export function normalize(virtualPath: string): string {
  return path.posix.normalize(`/${virtualPath}`).slice(1);
}

/** The folder of a virtual path, '' for the root. */
export function folderOf(virtualPath: string): string {
  const folder = path.posix.dirname(virtualPath);
  return folder === '.' ? '' : folder;
}
