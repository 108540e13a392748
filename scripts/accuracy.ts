// Scores the ledger against the labelled data beside the checkout, where it is there: npm run accuracy [-- finance|polnear|newsquant|disclosures] [--errors] [--without=carry,evidence,scope,quotations,market]
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ledgerOf } from '../src/article/ledger.ts'
import { judgeStandings, type Mechanism } from '../src/article/standing.ts'
import { read } from '../src/formats/read.ts'

const shared = process.env['FINEPRINT_CORPORA'] ?? join(import.meta.dirname, '..', '..', 'shared')
if (!existsSync(join(shared, 'corpora'))) {
  console.log('no labelled data beside the checkout: nothing to score')
  process.exit(0)
}
const flags = process.argv.slice(2).filter((a) => a.startsWith('--'))
const wanted = process.argv.slice(2).filter((a) => !a.startsWith('--'))
/** Mechanisms to leave out, to see what each earns. */
const without = new Set((flags.find((f) => f.startsWith('--without='))?.slice(10).split(',') ?? []) as Mechanism[])
const part = flags.includes('--train') ? 'train' : 'dev'
const folder = mkdtempSync(join(tmpdir(), 'fineprint-accuracy-'))

const gold = (corpus: string, half = 'dev') => join(shared, 'corpora', corpus, `${half}.jsonl`)
const records = (path: string) => readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line))

function predict(corpus: string, half: string, one: (record: any) => object): string {
  const path = join(folder, `${corpus}-${half}.jsonl`)
  writeFileSync(path, records(gold(corpus, half)).map((r) => JSON.stringify(one(r))).join('\n'))
  return path
}

function score(scorer: string, args: string[]): void {
  console.log(execFileSync(process.execPath, [join(shared, 'score', scorer), ...args], { encoding: 'utf8', maxBuffer: 1 << 28 }))
}

const figures = (record: any) => {
  const standings = judgeStandings(read(record.text, 'story.txt'), without)
  return {
    id: record.id,
    statistics: [...standings].map(([{ span }, standing]) => ({
      ...span,
      status: standing.status,
      attributed: standing.status === 'attributed',
      ...(standing.status === 'attributed' ? { source: { ...standing.source.span } } : {}),
    })),
  }
}

const tasks: Record<string, () => void> = {
  finance() {
    const pred = predict('finance', 'dev', figures)
    score('score.mjs', ['--gold', gold('finance'), '--pred', pred, '--subset', 'all,core', '--bootstrap', '0'])
    score('score-status.mjs', ['--gold', gold('finance'), '--pred', pred, ...(flags.includes('--errors') ? ['--errors'] : [])])
  },
  polnear() {
    const pred = predict('polnear', part, figures)
    score('score.mjs', ['--gold', gold('polnear', part), '--pred', pred, '--subset', 'clean,core', '--bootstrap', '0'])
  },
  newsquant() {
    const pred = predict('newsquant', 'dev', (r) => ({ text: r.text, values: ledgerOf(read(r.text, 'story.txt')).quantities.map((q) => q.value) }))
    score('score-newsquant.mjs', ['--gold', gold('newsquant'), '--pred', pred, '--bootstrap', '0'])
  },
  disclosures() {
    for (const name of ['block.md', 'block.txt']) {
      console.log(`disclosures read as ${name}`)
      const pred = predict('disclosures', 'dev', (r) => {
        const ledger = ledgerOf(read(r.text, name))
        return { id: r.id, elements: ledger.elements, findings: ledger.disclosures.filter((d) => d.defect).length }
      })
      score('score-disclosures.mjs', ['--gold', gold('disclosures'), '--pred', pred, ...(flags.includes('--errors') ? ['--errors'] : [])])
    }
  },
}
for (const [name, run] of Object.entries(tasks)) {
  if (wanted.length && !wanted.includes(name)) continue
  console.log(`## ${name}`)
  run()
}
