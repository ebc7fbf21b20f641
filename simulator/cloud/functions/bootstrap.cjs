// The process of one instance of a cloud function. Plain CommonJS, so that it starts as fast as Node itself.
// Messages in:  {type: 'invoke', event, context, environment, shiftMs}
// Messages out: {type: 'ready'} | {type: 'broken', message} | {type: 'result', text} | {type: 'error', message}
'use strict';

const { join } = require('node:path');
const { shiftDate } = require('../clock/shift-date.cjs');

const [, , folder, shiftMs] = process.argv;
// Modules that read the time while they load must see the cloud's, too.
shiftDate(Number(shiftMs));

let previousKeys = [];

function describe(error) {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}

function load() {
  const entry = require(join(folder, 'index.js'));
  if (typeof entry.main !== 'function') throw new Error(`${join(folder, 'index.js')} exports no function "main".`);
  return entry.main;
}

// A key of an earlier caller that stayed behind would give its rights to the next one.
function replaceEnvironment(environment) {
  for (const key of previousKeys) delete process.env[key];
  previousKeys = Object.keys(environment);
  Object.assign(process.env, environment);
}

async function invoke(main, { event, context, environment, shiftMs }) {
  shiftDate(shiftMs);
  replaceEnvironment(environment);
  try {
    const result = await main(event, context);
    // The platform answers null when a function returns nothing.
    process.send({ type: 'result', text: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    process.send({ type: 'error', message: describe(error) });
  }
}

try {
  const main = load();
  process.on('message', (message) => {
    if (message.type === 'invoke') void invoke(main, message);
  });
  process.send({ type: 'ready' });
} catch (error) {
  process.send({ type: 'broken', message: describe(error) }, () => process.exit(1));
}

process.on('disconnect', () => process.exit(0));
