/**
 * Which articles are done: some twenty bytes for each, where a set of strings would take a hundred, so that ten million fit.
 * Names are told apart by 64 bits of their digest.
 */
export class Seen {
  #keys = new Uint32Array(2 * 1024)
  #states = new Uint8Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** @param key a digest in hex, of 16 digits or more @returns whether it was not there */
  addDone(key: string): boolean {
    const at = this.#place(key)
    if (this.#states[at] !== 0) return false
    this.#put(at, key, 1)
    return true
  }

  /** Meets an article of the archive: a `new` one is to be judged, a `done` one was in an earlier run, and `again` is the second of its kind. */
  meet(key: string): 'new' | 'done' | 'again' {
    const at = this.#place(key)
    const state = this.#states[at]
    if (state === 0) this.#put(at, key, 2)
    else this.#states[at] = 2
    return state === 0 ? 'new' : state === 1 ? 'done' : 'again'
  }

  /** Whether the archive still holds what was done in an earlier run. */
  wasMet(key: string): boolean {
    return this.#states[this.#place(key)] === 2
  }

  /** How many were done in an earlier run and have not been met. */
  get unmet(): number {
    let count = 0
    for (const state of this.#states) if (state === 1) count++
    return count
  }

  #put(at: number, key: string, state: number): void {
    const [high, low] = halves(key)
    this.#keys[2 * at] = high
    this.#keys[2 * at + 1] = low
    this.#states[at] = state
    if (++this.#size * 3 > this.#states.length * 2) this.#grow()
  }

  #place(key: string): number {
    const [high, low] = halves(key)
    return placeOf(high, low, this.#keys, this.#states)
  }

  #grow(): void {
    const keys = new Uint32Array(4 * this.#states.length)
    const states = new Uint8Array(2 * this.#states.length)
    for (let i = 0; i < this.#states.length; i++) {
      if (this.#states[i] === 0) continue
      const [high, low] = [this.#keys[2 * i]!, this.#keys[2 * i + 1]!]
      const at = placeOf(high, low, keys, states)
      keys[2 * at] = high
      keys[2 * at + 1] = low
      states[at] = this.#states[i]!
    }
    this.#keys = keys
    this.#states = states
  }
}

function halves(key: string): [number, number] {
  return [parseInt(key.slice(0, 8), 16), parseInt(key.slice(8, 16), 16)]
}

/** Where a key stands, or would: the next free place behind where it belongs. */
function placeOf(high: number, low: number, keys: Uint32Array, states: Uint8Array): number {
  const mask = states.length - 1
  let at = (high ^ low) & mask
  while (states[at] !== 0 && (keys[2 * at] !== high || keys[2 * at + 1] !== low)) at = (at + 1) & mask
  return at
}
