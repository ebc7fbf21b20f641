// A local cloud in a process of its own. Plain CommonJS: Node cannot start one from TypeScript by itself.
// Argument: CloudOptions as JSON. Messages out: its address, then the peak of its memory in KB whenever asked.
'use strict';

require('tsx/cjs/api').register();
const { startCloud } = require('./start-cloud.ts');

startCloud(JSON.parse(process.argv[2])).then((cloud) => {
  process.on('message', () => process.send(process.resourceUsage().maxRSS));
  process.on('disconnect', () => process.exit(0));
  process.send(cloud.url);
});
