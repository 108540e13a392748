import { checkstyle } from './checkstyle.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'
import { rdjson } from './rdjson.ts'
import type { Reporter } from './report.ts'
import { sarif } from './sarif.ts'

/** Findings as text, by the name `--format` knows. */
export const reporters: Readonly<Record<string, Reporter>> = { pretty, json, sarif, github, gitlab, checkstyle, junit, rdjson, markdown, html }
