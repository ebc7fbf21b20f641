// A thread that answers long reads. Node cannot start one from TypeScript by itself.
'use strict';

require('tsx/cjs/api').register();
require('./read-thread.ts');
