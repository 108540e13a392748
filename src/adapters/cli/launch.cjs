#!/usr/bin/env node
'use strict'
// Starts the bundle beside this file with the code V8 compiled at the build, or at the first run under another Node: reading
// compiled code takes a third of the time of compiling. Where none fits or can be written, the bundle runs all the same.
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const BUILD = '__BUILD__'

/** Where compiled code may be kept: a folder of the user's choice, else the cache of the node_modules this stands in. */
function keptIn() {
  if (process.env.FINEPRINT_CACHE_DIR) return path.resolve(process.env.FINEPRINT_CACHE_DIR)
  const modules = path.resolve(__dirname, '..', '..', '..')
  return path.basename(modules) === 'node_modules' ? path.join(modules, '.cache', 'fineprint') : undefined
}

const folder = keptIn()
const loaded = new Map()

function readIfThere(at) {
  try {
    return fs.readFileSync(at)
  } catch {
    return undefined
  }
}

/**
 * A part of Node by its inner name, where it can be had: `node:v8` and `node:child_process` bring all of Node's streams for one
 * call that needs none, a tenth of a bare start each.
 */
function inner(name, asked) {
  const { noDeprecation } = process
  try {
    process.noDeprecation = true
    const found = process.binding(name)
    if (typeof found[asked] === 'function') return found
  } catch {
    // A Node without it, or one that does not permit it.
  } finally {
    process.noDeprecation = noDeprecation
  }
  return undefined
}

/** Runs another program to its end: what `spawnSync` of `node:child_process` gives. */
function runToEnd(file, args, { cwd, input }) {
  const found = process.platform === 'win32' ? undefined : inner('spawn_sync', 'spawn')
  const stdio = [{ type: 'pipe', readable: true, writable: false, input: Buffer.from(input) }, ...[1, 2].map(() => ({ type: 'pipe', readable: false, writable: true }))]
  const envPairs = Object.entries(process.env).map(([name, value]) => `${name}=${value}`)
  const ran = found?.spawn({ file, args: [file, ...args], cwd, envPairs, stdio })
  // What went wrong is told better by the module.
  if (!ran?.output || ran.error || ran.signal) return require('node:child_process').spawnSync(file, args, { cwd, input, maxBuffer: 1 << 30 })
  return { status: ran.status, stdout: ran.output[1], stderr: ran.output[2] }
}

const { setFlagsFromString } = inner('v8', 'setFlagsFromString') ?? require('node:v8')

// Our code is many small functions, each called from many places: copying them into each other costs V8 a tenth of a run over a
// thousand articles, and the code it makes is no faster. The same in every process, since compiled code fits its switches only.
setFlagsFromString('--max-inlined-bytecode-size=150')
setFlagsFromString('--max-inlined-bytecode-size-cumulative=300')

// A run on one article is over before faster code would pay for being made: V8 spends a quarter of it on that. Long runs
// switch it on again.
let hasty = false
function hurry(on) {
  hasty = on
  setFlagsFromString(on ? '--no-opt' : '--opt')
  setFlagsFromString(on ? '--regexp-tier-up-ticks=100' : '--regexp-tier-up-ticks=1')
  // Of some two hundred patterns most are asked a few times: shortening their code takes longer than running it as it is.
  setFlagsFromString(on ? '--no-regexp-peephole-optimization' : '--regexp-peephole-optimization')
  setFlagsFromString(on ? '--no-regexp-optimization' : '--regexp-optimization')
  // The room for new values starts at one megabyte and is doubled when it fills: grown well at once it is cleaned half as often, and
  // much more of it would only be new pages. Waking other threads for so little costs more than it helps.
  setFlagsFromString(on ? '--semi-space-growth-factor=6' : '--semi-space-growth-factor=2')
  setFlagsFromString(on ? '--no-parallel-scavenge' : '--parallel-scavenge')
}

/** A file of ours, run as Node runs a CommonJS module. */
function load(id) {
  const known = loaded.get(id)
  if (known) return known.module.exports
  const file = path.join(__dirname, id)
  const name = `${path.basename(id, '.cjs')}-${BUILD}-${process.version}-${process.arch}.cache`
  let cachedData = readIfThere(path.join(__dirname, 'compiled', name))
  if (!cachedData && folder) cachedData = readIfThere(path.join(folder, name))
  const slow = !hasty
  // Compiled code fits only where the same switches are set as when it was made.
  if (slow) hurry(true)
  // What esbuild writes is pure ASCII here, and this is the fastest way to read that.
  const script = new vm.Script(fs.readFileSync(file, 'latin1'), { filename: file, cachedData })
  const module = { exports: {} }
  loaded.set(id, { module, script, name, isNew: !cachedData })
  script.runInThisContext()(module.exports, (other) => (other.startsWith('./parts/') ? load(other) : require(other)), module, file, __dirname)
  if (slow) hurry(false)
  return module.exports
}

/** Writes compiled code down where that would help the next run. */
function keep() {
  if (!folder) return
  hurry(true)
  for (const { script, name, isNew } of loaded.values()) {
    if (!isNew) continue
    try {
      fs.mkdirSync(folder, { recursive: true })
      const beside = path.join(folder, `.${name}.${process.pid}`)
      fs.writeFileSync(beside, script.createCachedData())
      fs.renameSync(beside, path.join(folder, name))
    } catch {
      // Nowhere to write: the next run compiles again.
    }
  }
}

// Code that was compiled beforehand cannot import by itself.
const importModule = (url) => import(url)

const installed = { root: path.resolve(__dirname, '..', '..'), worker: path.join(__dirname, 'worker.cjs'), importModule, runToEnd, settle: () => hurry(false) }

/** The bundle in a thread. The switches are those of the whole process, and the main thread sees to them. */
function loadInThread() {
  hasty = true
  return load('bundle.cjs')
}

module.exports = { load: () => load('bundle.cjs'), loadInThread, hurry, keep, installed }

if (require.main === module) {
  const args = process.argv.slice(2)
  const serves = ['lsp', 'gate', 'audit'].includes(args[0])
  if (!serves) hurry(true)
  void load('bundle.cjs').main(args, installed).then((code) => {
    process.exitCode = code
    if (serves) return
    if (code !== 2 && !args.some((arg) => arg.startsWith('-'))) keep()
    // All is written by now; without this Node would first finish work nobody waits for, such as a round of garbage collection.
    process.exit()
  })
}
