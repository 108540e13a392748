import type { Statement } from './disclosure-statements.ts'

// What each of the gaps below has in it: most statements hold none of it, and the long pattern takes long to make.
const MAY_BE_GAP = /[{[<_/\uFFFC]|XX|XYZ|TB|TK|lorem|\(insert|delete|%[A-Z_]/

const GAP = /\{\{[^{}]{0,60}\}\}|\[[A-Z][A-Z _/-]{1,40}\]|\[(?:[Nn]ame|[Dd]ate|[Tt]icker|[Aa]uthor|[Ww]riter|[Cc]ompany|[Ii]ssuer|[Oo]utlet|Insert[^[\]]{0,60})\]|\[(?:no|name|date|ticker|author|company|insert[^[\]]{0,60}|x|amount|security|your[^[\]]{0,40})\]|\[(?:\w+ ){0,3}(?:[Nn]ames?|[Tt]ickers?|[Ss]ymbols?|[Cc]ompan(?:y|ies)|[Aa]uthors?|[Ii]ssuers?|[Ss]ecurit(?:y|ies)|[Dd]ate|[Aa]mount)\](?!\()|<(?:name|date|ticker|author|company|insert[^<>]{0,60}|amount)>|_{3,}|\bX{2,}(?:YZ)?\b|\bXYZ\b|\bTBD\b|\bTBC\b|\bTKTK\b|\bTK\b|\$\{[^{}]{0,60}\}|%[A-Z_]{2,30}%|\blorem ipsum\b|\(insert [^()]{0,60}\)|\uFFFC|\{[^{}|]{1,40}\|[^{}]{1,40}\}|\[[^[\]/]{1,30}\/[^[\]]{1,30}\]|\b(is|are|am|do|does|has|have|was|holds?|owns?) ?\/ ?(?:\1|do|does) ?n[o']t\b|\b(?:no|some|an?) ?\/ ?(?:no|some|an?)\b|\bdelete (?:if|as|where|whichever)\b/u

/** Whether a template was left unfilled: `[TICKER]`, `{{name}}`, `TBD`, `____`. */
export function hasPlaceholder({ words, blocks }: Statement): boolean {
  const first = words[0]
  const last = words.at(-1)
  if (!first || !last) return false
  const text = blocks[first.part]!.prose.text.slice(Math.max(0, first.from - 2), last.part === first.part ? last.to + 2 : undefined)
  return MAY_BE_GAP.test(text) && GAP.test(text)
}
