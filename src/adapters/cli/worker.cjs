'use strict'
// A worker thread: the same bundle, waiting for files.
const { loadInThread, installed } = require('./fineprint.cjs')
void loadInThread().serve(installed.importModule)
