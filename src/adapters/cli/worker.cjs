'use strict'
// A worker thread: the same bundle, waiting for files.
require('./fineprint.cjs')().serve()
