import type { Article } from './article.ts'
import type { Attribution } from './facts.ts'
import type { Frame } from './frames.ts'
import { mentionOf } from './mentions.ts'
import { passage } from './passage.ts'
import { Names } from './source-names.ts'

/** Who is said to have said what, in reading order: one for each stretch that a cue covers. */
export function findAttributions(article: Article): Attribution[] {
  const names = new Names(article)
  return article.frames.flatMap((frames) => frames.flatMap((frame) => attributionsOf(frame, names)))
}

function attributionsOf(frame: Frame, names: Names): Attribution[] {
  const { parsed, source, covers } = frame
  if (!source) return []
  const { block } = parsed.sentence
  const name = names.of(frame)
  const mention = mentionOf(parsed, source, name)
  const cue = cueOf(frame)
  return covers.map(([from, to]) => ({ source: mention, cue, manner: mannerOf(frame), covers: passage(block, from, to) }))
}

/** The words of a cue: `according to`, `had said`. */
export function cueOf({ parsed, cue }: Frame): Attribution['cue'] {
  return passage(parsed.sentence.block, parsed.tokens[cue[0]]!.from, parsed.tokens[cue[1]]!.to)
}

function mannerOf({ kind, lemma }: Frame): Attribution['manner'] {
  if (kind === 'result' || lemma === 'report') return 'reported'
  if (/^(?:claim|allege|maintain|contend)$/.test(lemma)) return 'alleged'
  return /^(?:estimate|expect|project|forecast|predict|anticipate|reckon|believe|think|see|target|calculate)$/.test(lemma)
    ? 'estimated'
    : 'said'
}
