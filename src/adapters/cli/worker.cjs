'use strict'
// A worker thread: the same bundle, waiting for files.
const { load, installed } = require('./fineprint.cjs')
void load().serve(installed.importModule)
