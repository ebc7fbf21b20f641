import * as glassEasel from 'glass-easel';
import type { Problem, ProblemKind } from '../bridge';
import { shell } from './shell';

const problems: Problem[] = [];
window.__phone = { problems };
let currentPage = '';

/** Warnings that say nothing about the program, mostly TDesign 1.16.0's own; by text and component. */
const KNOWN_WARNINGS = [
  // The framework's taste, not WeChat's: wx:for over a number is allowed there.
  /^Use number as for-list /,
  // A relation to a component that the program does not use.
  /^no relation "\.\.\/[\w-]+\/[\w-]+" found\.$/,
  /^the target of relation .* is not a valid behavior or component .*tdesign-miniprogram\//,
  /^"(class|else)" is not a valid event binding or slot value \(.*tdesign-miniprogram\/(badge|popup)\/\w+\)$/,
  /^"(disabled|tabindex|index|visible|throttle|closeOnClickOverlay)" is not a valid property \(.*tdesign-miniprogram\//,
  /^Some keys are not unique while list updates.*tdesign-miniprogram\//,
  /^The for-list data is neither Array nor Object.*tdesign-miniprogram\//,
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
  reportProblem('error', `${where}: ${describe(error)}${placeOf(error)}`);
}

/** Collects what the framework and the browser complain about. */
export function watchProblems(): void {
  glassEasel.addGlobalWarningListener((message, related) => {
    const is = typeof related === 'string' ? related : related.is;
    const sentence = is === '' ? message : `${message} (${is})`;
    if (!KNOWN_WARNINGS.some((known) => known.test(sentence))) reportProblem('framework', sentence);
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

/** A place of a compiled script in a stack, as the engines write it. */
const PLACE = /\/app\/(program\.js|packages\/[^\s)?]+?\.js)[^\s):]*:(\d+):(\d+)/g;
/** Deeper in the stack is the framework, or a library that called back. */
const DEEPEST = 8;

/**
 * The line of the program that threw: ` at pages/home/home.ts:12:5`. Asked for at once, although it stops the window
 * for a moment, so that a problem is complete when it is listed.
 */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  for (const [, file = '', line = '', column = ''] of [...(error.stack ?? '').matchAll(PLACE)].slice(0, DEEPEST)) {
    try {
      const request = new XMLHttpRequest();
      request.open('GET', `/app/source?${new URLSearchParams({ file: decodeURI(file), line, column })}`, false);
      request.send();
      if (request.status === 200) return ` at ${request.responseText}`;
    } catch {
      // The phone has no network; the error is worth more than its place.
      return '';
    }
  }
  return '';
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg);
  return typeof error === 'string' ? error : JSON.stringify(error);
}
