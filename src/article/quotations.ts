import type { Article } from './article.ts'
import type { Mention, Quotation } from './facts.ts'
import type { Frame } from './frames.ts'
import { mentionOf } from './mentions.ts'
import { passage } from './passage.ts'

/** Words in quotation marks, paragraph by paragraph, and whose they are. */
export function findQuotations(article: Article): Quotation[] {
  const found: Quotation[] = []
  const speakers = speakersOf(article)
  let block = -1
  for (const { sentence, quoted } of article.parsed) {
    if (sentence.blockIndex === block) continue
    block = sentence.blockIndex
    const here = article.sentences
    let s = sentence.index
    for (const { from, to, kind } of quoted) {
      while (s + 1 < here.length && here[s + 1]!.blockIndex === block && here[s + 1]!.from <= from) s++
      const speaker = kind === 'speech' ? speakers.of(s, from, to) : undefined
      const { text, span } = passage(sentence.block, from, to)
      const quotation = { block: sentence.block, from, to, text, span, sentence: here[s]!, kind }
      found.push(speaker ? Object.assign(quotation, { speaker: speaker.mention }) : quotation)
    }
  }
  return found
}

/** A speaker, the cue that names him, and the sentence it stands in. */
export interface Speaker {
  readonly mention: Mention
  readonly frame: Frame
  readonly sure: boolean
}

/**
 * Who speaks: the cue of the sentence the quotation stands in; else the last cue before it in the paragraph, else the
 * first after it; else, for speech that goes on, the last cue of the paragraph before.
 */
export function speakersOf(article: Article): { of(sentence: number, from: number, to: number): Speaker | undefined } {
  const { frames, sentences, parsed } = article
  const usable = (index: number) => frames[index]!.filter((f) => f.source && f.kind !== 'compiled' && f.kind !== 'result')
  const speaker = (frame: Frame, sure: boolean): Speaker => ({ mention: mentionOf(frame.parsed, frame.source!), frame, sure })
  const nearest = (index: number, from: number): Frame | undefined => {
    let best: Frame | undefined
    let far = Infinity
    for (const frame of usable(index)) {
      const distance = Math.min(Math.abs(frame.hole[0] - from), Math.abs(frame.hole[1] - from))
      if (distance < far) [best, far] = [frame, distance]
    }
    return best
  }
  const of = (index: number, from: number, to: number): Speaker | undefined => {
    const { blockIndex } = sentences[index]!
    const inPlace = nearest(index, from)
    if (inPlace) return speaker(inPlace, true)
    // a quotation that runs over several sentences: the cue where it ends
    let after = index
    while (after + 1 < sentences.length && sentences[after + 1]!.blockIndex === blockIndex && sentences[after + 1]!.from < to) {
      after++
      const found = nearest(after, to)
      if (found) return speaker(found, true)
    }
    for (let i = index - 1; i >= 0 && index - i <= 8 && sentences[i]!.blockIndex === blockIndex; i--) {
      const found = usable(i).at(-1)
      if (found) return speaker(found, true)
    }
    for (let i = after + 1; i < sentences.length && i - after <= 4 && sentences[i]!.blockIndex === blockIndex; i++) {
      const found = usable(i)[0]
      if (found) return speaker(found, true)
    }
    // a signature line: “-- Ana Ruiz, economist”
    const next = after + 1
    const signature = parsed[next]
    if (signature && sentences[next]!.blockIndex === blockIndex + 1) {
      const signed = signatureOf(article, next)
      if (signed) return { ...signed, sure: true }
    }
    let i = index
    while (i > 0 && sentences[i - 1]!.blockIndex === blockIndex) i--
    for (let k = i - 1; k >= 0 && i - k <= 6; k--) {
      const found = usable(k).at(-1)
      if (found) return speaker(found, false)
    }
    return undefined
  }
  return { of }
}

/** “-- Ana Ruiz, economist” as the whole of a paragraph. */
function signatureOf(article: Article, index: number): { mention: Mention; frame: Frame } | undefined {
  const read = article.parsed[index]!
  const { tokens } = read
  const first = tokens[0]
  if (!first || first.kind !== 'mark' || !/^(?:-+|—|–)$/.test(first.low) || tokens.length > 30) return undefined
  let last = 0
  while (tokens[last + 1]?.kind === 'word' && tokens[last + 1]!.capital) last++
  if (last < 1) return undefined
  const source = { first: 1, last, from: 1, to: last, kind: 'person' as const }
  const hole = [tokens[1]!.from, tokens[last]!.to] as const
  return {
    mention: mentionOf(read, source),
    frame: { parsed: read, kind: 'line', lemma: '--', cue: [0, 0], source, covers: [], hole, local: false, kept: [] },
  }
}
