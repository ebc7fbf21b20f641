#!/usr/bin/env node
// The simulator is TypeScript run by tsx: an edit of it needs no build.
'use strict';

require('tsx/cjs/api').register();
require('../cli.ts');
