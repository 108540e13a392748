#!/usr/bin/env node
'use strict'
// Starts the bundle beside this file with the code V8 compiled at the build, or at the first run under another Node: reading
// compiled code takes a third of the time of compiling. Where none fits or can be written, the bundle runs all the same.
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const file = path.join(__dirname, 'bundle.cjs')
const BUILD = '__BUILD__'
const name = `bundle-${BUILD}-${process.version}-${process.arch}.cache`

/** Where compiled code may be kept: a folder of the user's choice, else the cache of the node_modules this stands in. */
function keptIn() {
  if (process.env.FINEPRINT_CACHE_DIR) return path.resolve(process.env.FINEPRINT_CACHE_DIR)
  const modules = path.resolve(__dirname, '..', '..', '..')
  return path.basename(modules) === 'node_modules' ? path.join(modules, '.cache', 'fineprint') : undefined
}

function readIfThere(at) {
  try {
    return fs.readFileSync(at)
  } catch {
    return undefined
  }
}

/** Loads the bundle; `keep` writes its compiled code down where that would help the next run. */
function load() {
  const folder = keptIn()
  let cachedData = readIfThere(path.join(__dirname, name))
  if (!cachedData && folder) cachedData = readIfThere(path.join(folder, name))
  // The bundle is pure ASCII, and this is the fastest way to read that.
  const script = new vm.Script(fs.readFileSync(file, 'latin1'), { filename: file, cachedData })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module, file, __dirname)
  const keep = () => {
    if (cachedData || !folder) return
    try {
      fs.mkdirSync(folder, { recursive: true })
      const beside = path.join(folder, `.${name}.${process.pid}`)
      fs.writeFileSync(beside, script.createCachedData())
      fs.renameSync(beside, path.join(folder, name))
    } catch {
      // Nowhere to write: the next run compiles again.
    }
  }
  return { ...module.exports, keep }
}

// Code that was compiled beforehand cannot import by itself.
const importModule = (url) => import(url)

module.exports = { load, importModule }

if (require.main === module) {
  const { main, keep } = load()
  const installed = { root: path.resolve(__dirname, '..', '..'), worker: path.join(__dirname, 'worker.cjs'), importModule }
  const args = process.argv.slice(2)
  void main(args, installed).then((code) => {
    process.exitCode = code
    if (code !== 2 && !args.some((arg) => arg.startsWith('-'))) keep()
  })
}
