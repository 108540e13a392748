// Findings and facts of one article, here and in a worker thread: what comes back is plain data.
import { Worker } from 'node:worker_threads'
import { createLinter, ledger, Source } from 'fineprint'

const text = `# Aarnes counts its ships

The harbour of Aarnes handled 1,240 ships last year, according to its annual report.

Of the boats, 85 have no fire alarm.
`

const linter = createLinter({ preset: 'recommended' })
const { lines } = new Source(text)
for (const { rule, message, span, suggestions } of linter.lint(text, { path: 'harbour.md' })) {
  const { line, column } = lines.at(span.start)
  console.log(`${line}:${column} ${rule}: ${message}`)
  for (const { title } of suggestions) console.log(`    ${title}`)
}

for (const { text: figure, status, source } of ledger(text, 'harbour.md').statistics) {
  console.log(`${figure}: ${status}${source ? `, ${source.text}` : ''}`)
}

const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: text })
worker.once('message', (findings) => console.log(`the worker found ${findings.length}`))
