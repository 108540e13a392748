/**
 * What was read out of paragraphs, kept from one version of an article to the next. Only readings that follow from a
 * paragraph's text alone may be kept, so that what is recalled is what would be read.
 */
export class Memory {
  #now = new Map<object, Map<string, unknown>>()
  #before = new Map<object, Map<string, unknown>>()

  /** A new version begins: what the last one did not ask for is forgotten. */
  turn(): void {
    this.#before = this.#now
    this.#now = new Map()
  }

  /** @param reader names the reading: the function that makes it */
  recall<T>(reader: object, text: string, make: () => T): T {
    let known = this.#now.get(reader)
    if (!known) this.#now.set(reader, (known = new Map()))
    const value = known.get(text) ?? this.#before.get(reader)?.get(text) ?? make()
    known.set(text, value)
    return value as T
  }
}

/** A reading of a paragraph, recalled where there is a memory. */
export function recalled<T>(memory: Memory | undefined, reader: object, text: string, make: () => T): T {
  return memory ? memory.recall(reader, text, make) : make()
}
