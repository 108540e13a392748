/**
 * Pairs of words as one line of text, the shape that costs a start least: two words of it are looked at when they are asked.
 * @throws Error where a word holds a tab
 */
export function lineOf(pairs: Iterable<readonly [string, string]>): string {
  const words = [...pairs].flat()
  if (words.some((word) => word.includes('\t'))) throw new Error('a word with a tab')
  return words.join('\t')
}

/** Such a line as a map. */
export function pairsIn(line: string): Map<string, string> {
  const words = line.split('\t')
  const pairs = new Map<string, string>()
  for (let i = 0; i + 1 < words.length; i += 2) pairs.set(words[i]!, words[i + 1]!)
  return pairs
}
