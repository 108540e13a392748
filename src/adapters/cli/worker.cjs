'use strict'
// A worker thread: the same bundle, waiting for files.
const { load, importModule } = require('./fineprint.cjs')
void load().serve(importModule)
