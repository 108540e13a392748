import type { Article } from './article.ts'
import { keptWithFrame, type Frame } from './frames.ts'
import { isName } from './source-phrases.ts'

/** What sources resolve to: `it` → `Norland Corp.`, `he` → `Adler`. Sources are read in the order of the story. */
export class Names {
  readonly #names = new Map<Frame, string>()

  constructor(article: Article) {
    let company: string | undefined
    let person: string | undefined
    for (const frames of article.frames) for (const frame of frames) {
      const { source, parsed } = frame
      if (!source || source.kind === 'crowd' || source.kind === 'anonymous') continue
      const { tokens } = parsed
      const low = tokens[source.from]!.low
      const own = source.kind === 'body' && /^(?:the|its)$/.test(low) ? undefined : nameIn(frame)
      if (own) {
        this.#names.set(frame, own)
        if (source.kind === 'person') person = own
        else if (source.kind === 'company') company = person = own
      } else {
        const name =
          source.kind === 'pronoun' && /^(?:he|she|who)$/.test(low)
            ? person
            : source.kind === 'pronoun' || source.kind === 'body'
              ? (company ?? subjectName(frame))
              : undefined
        if (name) this.#names.set(frame, name)
      }
    }
  }

  /** The name behind a frame's source, if one is known. */
  of(frame: Frame): string | undefined {
    return this.#names.get(frame)
  }
}

/** The last run of names in a source phrase: `Larkfield Research` of `data from Larkfield Research`. */
const nameIn = keptWithFrame(({ parsed, source }): string | undefined => {
  const { tokens, sentence } = parsed
  let to = source!.to
  while (to >= source!.from && !isName(tokens, to)) to--
  if (to < source!.from) return undefined
  let from = to
  while (
    from > source!.from &&
    (isName(tokens, from - 1) ||
      ((tokens[from - 1]!.low === '&' || tokens[from - 1]!.low === 'of') && from - 2 >= source!.from && isName(tokens, from - 2)))
  )
    from--
  const end = tokens[to]!
  const text = sentence.block.prose.text.slice(tokens[from]!.from, end.to)
  return text.replace(/[’']s?$/u, '')
})

/** The first name of the sentence, for “the company” in a story that has named none as a source yet. */
function subjectName({ parsed, source }: Frame): string | undefined {
  const { tokens, sentence, open } = parsed
  for (let i = open; i < source!.from; i++) {
    if (!isName(tokens, i)) continue
    let to = i
    while (isName(tokens, to + 1)) to++
    return sentence.block.prose.text.slice(tokens[i]!.from, tokens[to]!.to).replace(/[’']s?$/u, '')
  }
  return undefined
}
