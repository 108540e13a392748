interface Hunk {
  /** Line numbers from 0, half open. */
  readonly oldFrom: number
  oldTo: number
  readonly newFrom: number
  newTo: number
}

const CONTEXT = 3

/** What turns one text into the other, as a unified diff. Line ends are kept as they are; empty where the texts are equal. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return ''
  const olds = linesOf(before)
  const news = linesOf(after)
  const changes = changedStretches(olds, news)
  const parts = [`--- a/${path}\n+++ b/${path}\n`]
  for (let i = 0; i < changes.length; ) {
    const group = [changes[i++]!]
    while (i < changes.length && changes[i]!.oldFrom - group.at(-1)!.oldTo <= 2 * CONTEXT) group.push(changes[i++]!)
    parts.push(hunkText(group, olds, news))
  }
  return parts.join('')
}

function hunkText(group: readonly Hunk[], olds: readonly string[], news: readonly string[]): string {
  const first = group[0]!
  const last = group.at(-1)!
  const lead = Math.min(CONTEXT, first.oldFrom)
  const tail = Math.min(CONTEXT, olds.length - last.oldTo)
  const from = first.oldFrom - lead
  const oldCount = last.oldTo + tail - from
  const newFrom = first.newFrom - lead
  const newCount = last.newTo + tail - newFrom
  const lines: string[] = []
  let at = from
  for (const change of group) {
    while (at < change.oldFrom) lines.push(shown(' ', olds[at++]!))
    while (at < change.oldTo) lines.push(shown('-', olds[at++]!))
    for (let n = change.newFrom; n < change.newTo; n++) lines.push(shown('+', news[n]!))
  }
  while (at < last.oldTo + tail) lines.push(shown(' ', olds[at++]!))
  const place = (start: number, count: number) => `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`
  return `@@ -${place(from, oldCount)} +${place(newFrom, newCount)} @@\n${lines.join('')}`
}

function shown(sign: string, line: string): string {
  return /[\r\n]$/u.test(line) ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? []
}

/** Where the texts differ. Lines that are new on both sides are matched by looking ahead, which is all that single edits need. */
function changedStretches(olds: readonly string[], news: readonly string[]): Hunk[] {
  const found: Hunk[] = []
  let o = 0
  let n = 0
  while (o < olds.length || n < news.length) {
    if (o < olds.length && n < news.length && olds[o] === news[n]) {
      o++
      n++
      continue
    }
    const [oldTo, newTo] = nextMeeting(olds, news, o, n)
    found.push({ oldFrom: o, oldTo, newFrom: n, newTo })
    o = oldTo
    n = newTo
  }
  return found
}

/** The nearest pair of equal lines from here on. */
function nextMeeting(olds: readonly string[], news: readonly string[], o: number, n: number): [number, number] {
  const reach = 200
  for (let steps = 1; steps <= 2 * reach; steps++) {
    for (let skipped = Math.max(0, steps - reach); skipped <= Math.min(steps, reach); skipped++) {
      const i = o + skipped
      const j = n + steps - skipped
      if (i < olds.length && j < news.length && olds[i] === news[j]) return [i, j]
    }
  }
  return [olds.length, news.length]
}
