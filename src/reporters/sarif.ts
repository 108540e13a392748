import type { Finding, Fix, Severity } from '../lint/finding.ts'
import type { Span } from '../text/span.ts'
import { placesIn, type Reporter, type ReportOptions } from './report.ts'

const LEVEL: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warn: 'warning', info: 'note' }
const BASE = 'SRCROOT'

/**
 * SARIF 2.1.0: one run. Columns and offsets count UTF-16 code units; a byte order mark counts in neither. What is silenced
 * is there with its suppression; changes are there as fixes, the safe one first.
 */
export const sarif: Reporter = (files, options) => {
  const ids = [...new Set(files.flatMap((file) => file.findings.map((finding) => finding.rule)))].sort()
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'fineprint', ...(options.version ? { version: options.version } : {}), rules: ids.map((id) => ruleOf(id, options)) } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [BASE]: { description: { text: 'The folder in which fineprint was started' } } },
      invocations: [{
        executionSuccessful: options.failures.length === 0,
        toolExecutionNotifications: options.failures.map(({ path, message }) => ({
          level: 'error', message: { text: message }, locations: [{ physicalLocation: { artifactLocation: locationOf(path) } }],
        })),
      }],
      results: files.flatMap(({ path, text, findings }) => {
        const region = regionsIn(text)
        return findings.map((finding) => resultOf(finding, path, ids.indexOf(finding.rule), region))
      }),
    }],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function ruleOf(id: string, { noteOf }: ReportOptions): object {
  const note = noteOf(id)
  const text = [note?.summary ?? id, ...(note?.cites ? [`Rests on ${note.cites}`] : []), ...(note ? [`Explained by ${note.page}`] : [])].join('. ')
  return {
    id,
    ...(note?.summary ? { shortDescription: { text: note.summary }, fullDescription: { text: note.summary } } : {}),
    ...(note && /^https?:/u.test(note.page) ? { helpUri: note.page } : {}),
    help: { text, markdown: text },
  }
}

type RegionOf = (span: Span) => object

function regionsIn(text: string): RegionOf {
  const placeOf = placesIn(text)
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return ({ start, end }) => {
    const begin = placeOf(start)
    const finish = placeOf(end)
    return {
      startLine: begin.line, startColumn: begin.column, endLine: finish.line, endColumn: finish.column,
      charOffset: Math.max(0, start - mark), charLength: end - start,
    }
  }
}

function resultOf(finding: Finding, path: string, ruleIndex: number, region: RegionOf): object {
  const { rule, message, severity, span, related, fix, suggestions, fingerprint, silenced } = finding
  const place = (at: Span) => ({ physicalLocation: { artifactLocation: locationOf(path), region: region(at) } })
  const fixes = [...(fix ? [fix] : []), ...suggestions]
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVEL[severity],
    message: { text: message },
    locations: [place(span)],
    ...(related.length ? { relatedLocations: related.map((one, id) => ({ id, message: { text: one.message }, ...place(one.span) })) } : {}),
    partialFingerprints: { 'fineprint/v1': fingerprint },
    ...(fixes.length ? { fixes: fixes.map((one) => fixOf(one, path, region)) } : {}),
    ...(silenced ? { suppressions: [suppressionOf(silenced)] } : {}),
  }
}

function suppressionOf({ by, reason, who, until }: NonNullable<Finding['silenced']>): object {
  const properties = { ...(who ? { by: who } : {}), ...(until ? { until } : {}) }
  return {
    kind: by === 'waiver' ? 'inSource' : 'external',
    status: 'accepted',
    ...(by === 'baseline' ? { justification: 'forgiven by the baseline' } : reason ? { justification: reason } : {}),
    ...(Object.keys(properties).length ? { properties } : {}),
  }
}

function fixOf({ title, edits }: Fix, path: string, region: RegionOf): object {
  const replacements = edits.map((edit) => ({ deletedRegion: region(edit.span), insertedContent: { text: edit.text } }))
  return { description: { text: title }, artifactChanges: [{ artifactLocation: locationOf(path), replacements }] }
}

function locationOf(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: BASE }
}
