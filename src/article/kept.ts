/** How many readings there are: each has its own place in what is kept. */
let readings = 0

/**
 * Makes a reading of a thing that is read once and kept with it, as long as the thing itself is kept. A reading that finds
 * `undefined` is made again when it is asked for again.
 */
export function keptIn<K extends { readonly kept: unknown[] }, T>(read: (thing: K) => T): (thing: K) => T {
  const own = readings++
  return (thing) => {
    const { kept } = thing
    if (kept[own] === undefined) kept[own] = read(thing)
    return kept[own] as T
  }
}
