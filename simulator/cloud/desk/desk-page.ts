import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const PAGE = join(__dirname, 'page');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Nothing but our own files and answers, inside no other page. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Serves the admin page: `/cloud/desk` and the files beside it. @returns whether there was one */
export function serveDeskPage(pathname: string, response: ServerResponse): boolean {
  const name =
    pathname === '/cloud/desk' ? 'desk.html' : (/^\/cloud\/desk\/([a-z-]+\.(?:js|css))$/.exec(pathname)?.[1] ?? '');
  const file = join(PAGE, name);
  const type = TYPES[extname(name)];
  if (type === undefined || !existsSync(file)) return false;
  response.writeHead(200, { ...HEADERS, 'content-type': type }).end(readFileSync(file));
  return true;
}
