import type { Block, Comment, Mark, Reading } from '../article/block.ts'
import { OPAQUE, ProseBuilder } from '../text/prose.ts'
import type { Format } from './format.ts'

/**
 * What templates and content systems put between the words: Hugo's `{{< x >}}`, Liquid's `{% x %}` and `{{ x }}`, Nunjucks' comments,
 * and the shortcodes WordPress comes with. `comment` and `note` are comments nobody sees.
 */
const MASKS =
  /\{\{\/\*(?<comment>[^]{0,2000}?)\*\/\}\}|\{#(?<note>[^\n]{0,2000}?)#\}|\{\{[^{}\n][^\n]{0,2000}?\}\}|\{%[^\n]{0,2000}?%\}|\[\/?(?:caption|gallery|embed|audio|video|playlist|wp_caption|pullquote|quote)(?:[ \t][^\]\n]{0,2000})?\]/gu

interface Masked {
  readonly text: string
  readonly comments: readonly Comment[]
}

/** The same format, for texts in which templates stand: these keep their width, and no word of them is read. */
export function withMasks(format: Format): Format {
  return {
    ...format,
    needs: (text) => format.needs(mask(text)?.text ?? text),
    read(text, parsers): Reading {
      const masked = mask(text)
      if (!masked) return format.read(text, parsers)
      const reading = format.read(masked.text, parsers)
      return {
        ...reading,
        blocks: reading.blocks.map(unmask).filter((block) => block !== undefined),
        comments: [...reading.comments, ...masked.comments].sort((a, b) => a.span.start - b.span.start),
      }
    },
  }
}

/** Whether templates or shortcodes may stand in a text. */
export function mayHoldTemplates(text: string): boolean {
  return /\{[{%#]|\[\/?(?:caption|gallery|embed|audio|video|playlist|wp_caption|pullquote|quote)\b/u.test(text)
}

/** Blanks where a line holds nothing else, so that it is blank; else opaque signs. */
function mask(text: string): Masked | undefined {
  if (!mayHoldTemplates(text)) return undefined
  const comments: Comment[] = []
  const masked = text.replace(MASKS, (match, ...rest) => {
    const groups = rest.at(-1) as { comment?: string; note?: string }
    const at = rest.at(-3) as number
    const comment = groups.comment ?? groups.note
    if (comment === undefined) return OPAQUE.repeat(match.length)
    comments.push({ text: comment.trim(), span: { start: at, end: at + match.length } })
    return match.replace(/[^\r\n]/gu, ' ')
  })
  if (masked === text) return undefined
  return { text: masked.replace(/^[ \t\uFFFC]+$/gmu, (line) => ' '.repeat(line.length)), comments }
}

/** Draws each opaque stretch of a block together to one sign, and marks with it. */
function unmask(block: Block): Block | undefined {
  const { prose } = block
  if (!prose.text.includes(OPAQUE)) return block
  const built = new ProseBuilder()
  const moved: number[] = []
  let last: { start: number; end: number } | undefined
  const flush = () => {
    if (last) built.decoded(OPAQUE, last.start, last.end)
    last = undefined
  }
  for (const run of prose.runs) {
    for (let at = run.at; at < run.at + run.length; ) {
      const opaque = prose.text.charAt(at) === OPAQUE
      let end = at + 1
      while (end < run.at + run.length && (prose.text.charAt(end) === OPAQUE) === opaque) end++
      const { start, end: stop } = prose.spanOf(at, end)
      if (opaque) {
        for (let i = at; i < end; i++) moved[i] = built.length
        if (last && last.end === start) last = { start: last.start, end: stop }
        else {
          flush()
          for (let i = at; i < end; i++) moved[i] = built.length
          last = { start, end: stop }
        }
      } else {
        flush()
        const words = prose.text.slice(at, end)
        for (let i = at; i < end; i++) moved[i] = built.length + i - at
        if (run.verbatim) built.verbatim(words, start)
        else built.decoded(words, start, stop)
      }
      at = end
    }
  }
  flush()
  const offset = (at: number) => moved[at] ?? built.length
  const marks = block.marks.map((mark): Mark => ({ ...mark, from: offset(mark.from), to: offset(mark.to) })).filter((mark) => mark.kind === 'noteref' || mark.to > mark.from)
  const drawn = built.build((text) => prose.escaped(text))
  return new RegExp(`[^\\s${OPAQUE}]`, 'u').test(drawn.text) ? { ...block, prose: drawn, marks } : undefined
}
