/** Words in quotation marks. Places count in the block's prose and include the marks. */
export interface Quoted {
  readonly from: number
  readonly to: number
  /** `speech` is somebody's words; `scare` is a name, title or term in quotation marks. */
  readonly kind: 'speech' | 'scare'
  /** No closing mark: the speech runs to the end of the paragraph. */
  readonly open: boolean
}

/** What stands in quotation marks in one paragraph. Marks: “ ”, ", '' (two apostrophes), « ». */
export function quotedIn(text: string): Quoted[] {
  const found: Quoted[] = []
  let from = -1
  let close = ''
  const end = (to: number, open: boolean) => {
    found.push({ from, to, kind: kindOf(text, from, to), open })
    from = -1
  }
  const marks = /[“”"«»]|''/gu
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const mark = match[0]
    const at = match.index
    if (from >= 0) {
      if (mark === close || (close === '”' && mark === '"')) end(at + mark.length, false)
      else if (mark === '“') {
        // an opening mark inside an open quotation: the closing one was forgotten
        end(at, true)
        from = at
      }
      continue
    }
    if (mark === '”' || mark === '»') continue
    // inches and seconds
    if ((mark === '"' || mark === "''") && /\d/.test(text[at - 1] ?? '') && !/[\w“]/.test(text[at + mark.length] ?? '')) continue
    from = at
    close = mark === '“' ? '”' : mark === '«' ? '»' : mark
  }
  if (from >= 0) end(text.length, true)
  return found
}

/** Four words, or two that end in a mark of their own, are speech; a run of capitals is a title. */
function kindOf(text: string, from: number, to: number): 'speech' | 'scare' {
  const inside = text
    .slice(from, to)
    .replace(/^[“"'«]+|[”"'»]+$/gu, '')
    .trim()
  const words = inside.split(/\s+/u).slice(0, 40)
  if (words.length < 2) return 'scare'
  const ended = /[.,!?…]$/u.test(inside)
  const title = words.every((word) => /^[\p{Lu}\d&]/u.test(word) || /^(?:of|the|and|in|to|for|a)$/.test(word))
  if (title && !/[,!?…]$/u.test(inside) && words.length < 9) return 'scare'
  return words.length >= 4 || ended ? 'speech' : 'scare'
}
