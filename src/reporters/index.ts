import { json } from './json.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './report.ts'

/** Findings as text, by the name `--format` knows. */
export const reporters: Readonly<Record<string, Reporter>> = { pretty, json }
