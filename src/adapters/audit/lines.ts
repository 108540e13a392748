/** A line of a stream of bytes, without its line break, and where it stands in the stream. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Undefined for a line that is longer than what is taken. */
  readonly bytes: Buffer | undefined
  /** Bytes before the line, and before its line break. */
  readonly from: number
  readonly to: number
}

const FEED = 10

/**
 * Cuts a stream into lines as it comes; blank ones are passed over. Holds one chunk and one line at the most.
 * @param most bytes of a line that is handed over; a longer one is passed over unheld and said to be there
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Line> {
  let held: Buffer[] = []
  let length = 0
  let number = 0
  let from = 0
  const line = (last: Buffer): Line | undefined => {
    number++
    const to = from + length + last.length
    const whole = length + last.length > most ? undefined : held.length ? Buffer.concat([...held, last]) : last
    held = []
    const made = whole && isBlank(whole) ? undefined : { number, bytes: whole, from, to }
    from = to + 1
    length = 0
    return made
  }
  for await (const chunk of chunks) {
    let at = 0
    for (let end = chunk.indexOf(FEED); end >= 0; end = chunk.indexOf(FEED, at)) {
      const made = line(chunk.subarray(at, end))
      at = end + 1
      if (made) yield made
    }
    const rest = chunk.subarray(at)
    length += rest.length
    if (length > most) held = []
    // A copy: a chunk's memory may be used again for the next.
    else if (rest.length) held.push(Buffer.from(rest))
  }
  if (length) {
    const made = line(Buffer.alloc(0))
    if (made) yield made
  }
}

function isBlank(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 32) return false
  return true
}
