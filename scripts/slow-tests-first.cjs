'use strict';
// Jest brings it along.
const { default: Sequencer } = require(require.resolve('@jest/test-sequencer', { paths: [require.resolve('jest')] }));

/** Killed at every request, attacked in every field, looked at page by page. */
const slow = /kills|sleeps|attacks|gates|roster|look\/|phone\/device|phone\/gallery/;

/**
 * A machine that has never run the tests knows no durations, and Jest begins with the largest files. A long file begun
 * last holds everything up while the other processors wait.
 */
module.exports = class extends Sequencer {
  sort(tests) {
    const inOrder = super.sort(tests);
    if (inOrder.some(({ duration }) => duration !== undefined)) return inOrder;
    return [...inOrder.filter(({ path }) => slow.test(path)), ...inOrder.filter(({ path }) => !slow.test(path))];
  }
};
