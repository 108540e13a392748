// The worker: one linter, made once, asked for every version of the text.
import { createLinter } from 'fineprint'

const linter = createLinter({ preset: 'recommended' })

self.addEventListener('message', ({ data }) => self.postMessage(linter.lint(data, { path: 'article.md' })))
