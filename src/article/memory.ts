/**
 * What was read out of paragraphs, kept from one version of an article to the next. Only readings that follow from a
 * paragraph's text alone may be kept, so that what is recalled is what would be read.
 */
export class Memory {
  #now = new Map<string, Map<object, unknown>>()
  #before = new Map<string, Map<object, unknown>>()
  /** The paragraph asked about last: most questions come paragraph by paragraph. */
  #text: string | undefined
  #readings = new Map<object, unknown>()

  /** A new version begins: paragraphs the last one did not have are forgotten. */
  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
    this.#text = undefined
  }

  /** @param reader names the reading: the function that makes it */
  recall<T>(reader: object, text: string, make: () => T): T {
    const readings = text === this.#text ? this.#readings : this.#readingsOf(text)
    const known = readings.get(reader)
    if (known !== undefined) return known as T
    const value = make()
    readings.set(reader, value)
    return value
  }

  #readingsOf(text: string): Map<object, unknown> {
    let readings = this.#now.get(text)
    if (!readings) this.#now.set(text, (readings = this.#before.get(text) ?? new Map<object, unknown>()))
    this.#text = text
    this.#readings = readings
    return readings
  }
}

/** A reading of a paragraph, recalled where there is a memory. */
export function recalled<T>(memory: Memory | undefined, reader: object, text: string, make: () => T): T {
  return memory ? memory.recall(reader, text, make) : make()
}

/** The same, of the sentence that begins at `from`: a paragraph's text decides where its sentences end, so its beginning names it. */
export function recalledAt<T>(memory: Memory | undefined, reader: object, text: string, from: number, make: () => T): T {
  const known = recalled(memory, reader, text, () => new Map<number, T>())
  let value = known.get(from)
  if (value === undefined) known.set(from, (value = make()))
  return value
}
