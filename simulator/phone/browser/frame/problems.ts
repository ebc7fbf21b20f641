import * as glassEasel from 'glass-easel';
import type { Problem, ProblemKind } from '../bridge';
import { shell } from './shell';

const problems: Problem[] = [];
window.__phone = { problems };
let currentPage = '';

/** Warnings that TDesign 1.16.0 causes on WeChat too; by text, and by the component they come from. */
const KNOWN_WARNINGS: { component: RegExp; message: RegExp }[] = [
  { component: /tdesign-miniprogram\//, message: /relation .*is not (found|defined)|does not exist/i },
];

/** Names the page that later problems belong to. */
export function setProblemPage(route: string): void {
  currentPage = route;
}

/** Lists a problem once per page: on the page beside the phone, in the console and in `window.__phone`. */
export function reportProblem(kind: ProblemKind, message: string): void {
  if (problems.some((known) => known.kind === kind && known.message === message && known.page === currentPage)) return;
  const problem: Problem = { kind, message, page: currentPage };
  problems.push(problem);
  console.error(`[phone] ${kind}: ${message} (${currentPage})`);
  shell.report(problem);
}

/** An error thrown by the program, with its stack for the console. */
export function reportError(where: string, error: unknown): void {
  console.error(error);
  reportProblem('error', `${where}: ${describe(error)}`);
}

/** Collects what the framework and the browser complain about. */
export function watchProblems(): void {
  glassEasel.addGlobalWarningListener((message, related) => {
    const is = typeof related === 'string' ? related : related.is;
    if (!KNOWN_WARNINGS.some((known) => known.component.test(is) && known.message.test(message))) {
      reportProblem('framework', is === '' ? message : `${message} (${is})`);
    }
    return false;
  });
  glassEasel.addGlobalErrorListener((error, method, related) => {
    const is = typeof related === 'string' ? related : related?.is;
    reportError([method, is].filter(Boolean).join(' @ ') || 'framework', error);
    return false;
  });
  window.addEventListener('error', (event) => {
    if (event.target === window || event.target === null) reportError('uncaught', event.error ?? event.message);
  });
  window.addEventListener('unhandledrejection', (event) => reportError('unhandled rejection', event.reason));
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg);
  return typeof error === 'string' ? error : JSON.stringify(error);
}
