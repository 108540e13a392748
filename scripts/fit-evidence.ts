// Fits src/lexicon/evidence-weights.json to the labelled data beside the checkout and the stories of test/fixtures/unseen: npx tsx scripts/fit-evidence.ts
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TIE } from '../src/article/evidence.ts'
import { judgeStandings } from '../src/article/standing.ts'
import { read } from '../src/formats/read.ts'
import { unseenStories } from '../test/support/unseen.ts'

/** Batches that only test the weights. */
const HELD = new Set(['12'])
/** Keeps weights small: with less, they learn the labelled articles by heart. */
const RIDGE = 25
/** Political news is labelled by other conventions, and there is ten times as much of it. */
const POLITICAL = 0.15
/** Traits seen more seldom, or that weigh less, are left out. */
const SEEN = 5
const WEIGHS = 0.06

interface Row { readonly traits: readonly string[]; readonly offset: number; readonly sourced: number; readonly weight: number }
interface Gold { readonly start: number; readonly end: number; readonly sourced: boolean }

const shared = process.env['FINEPRINT_CORPORA'] ?? join(import.meta.dirname, '..', '..', 'shared')
if (!existsSync(join(shared, 'corpora'))) {
  console.log('no labelled data beside the checkout: nothing to fit')
  process.exit(0)
}
const rows: Row[] = []
const learn = (text: string, gold: readonly Gold[], weight: number): void => {
  judgeStandings(read(text, 'story.txt'), new Set(), ({ span }, traits, tie) => {
    const label = gold.find((g) => g.start < span.end && span.start < g.end)
    if (label) rows.push({ traits, offset: TIE[tie ?? 'none'], sourced: label.sourced ? 1 : 0, weight })
  })
}
const records = (...path: string[]) => readFileSync(join(shared, 'corpora', ...path), 'utf8').trim().split('\n').map((line) => JSON.parse(line))
for (const { text, statistics } of records('finance', 'dev.jsonl')) {
  learn(text, statistics.filter((s: any) => s.core).map((s: any) => ({ ...s, sourced: s.attributed })), 1)
}
for (const { text, statistics } of records('polnear', 'train.jsonl')) {
  learn(text, statistics.filter((s: any) => s.clean).map((s: any) => ({ ...s, sourced: s.attributed })), POLITICAL)
}
for (const { batch, text, marks } of unseenStories()) {
  if (!HELD.has(batch)) learn(text, marks.filter((m) => /^[=?-]/.test(m.expected)).map((m) => ({ ...m, sourced: m.expected[0] === '=' })), 1)
}

const counts = new Map<string, number>()
for (const { traits } of rows) for (const trait of traits) counts.set(trait, (counts.get(trait) ?? 0) + 1)
let weights = fit([...counts].filter(([, n]) => n >= SEEN).map(([trait]) => trait).sort())
weights = fit([...weights].filter(([, w]) => Math.abs(w) >= WEIGHS).map(([trait]) => trait))
const path = join(import.meta.dirname, '..', 'src', 'lexicon', 'evidence-weights.json')
const { about, source } = JSON.parse(readFileSync(path, 'utf8'))
const lines = [...weights].sort((a, b) => b[1] - a[1]).map(([text, value]) => `    {"text":${JSON.stringify(text)},"value":${value.toFixed(2)}}`)
writeFileSync(path, `{\n  "about": ${JSON.stringify(about)},\n  "source": ${JSON.stringify(source)},\n  "entries": [\n${lines.join(',\n')}\n  ]\n}\n`)
console.log(`${rows.length} figures, ${weights.size} traits`)

/** Logistic regression with a ridge, by coordinate steps: the sum is convex, so the order does not matter. */
function fit(traits: readonly string[]): Map<string, number> {
  const at = new Map(traits.map((trait, i) => [trait, i]))
  const w = new Float64Array(traits.length)
  const odds = Float64Array.from(rows, (r) => r.offset)
  const has: number[][] = traits.map(() => [])
  rows.forEach((row, r) => {
    for (const trait of new Set(row.traits)) if (at.has(trait)) has[at.get(trait)!]!.push(r)
  })
  for (let round = 0; round < 200; round++) {
    for (let t = 0; t < w.length; t++) {
      let slope = RIDGE * w[t]!
      let bend = RIDGE
      for (const r of has[t]!) {
        const p = 1 / (1 + Math.exp(-odds[r]!))
        slope += rows[r]!.weight * (p - rows[r]!.sourced)
        bend += rows[r]!.weight * p * (1 - p)
      }
      const step = slope / bend
      w[t]! -= step
      for (const r of has[t]!) odds[r]! -= step
    }
  }
  return new Map(traits.map((trait, i) => [trait, w[i]!]))
}
