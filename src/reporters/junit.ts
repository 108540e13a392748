import type { Finding } from '../lint/finding.ts'
import { placesIn, whySilenced, type FileReport, type Reporter } from './report.ts'
import { attributes, escapeXml } from './xml.ts'

/**
 * JUnit's XML: a suite for each file, in it a case for each rule that found something, or one that passed. Errors and
 * warnings fail; remarks are output of a case that passed; what is silenced is skipped, with the reason.
 */
export const junit: Reporter = (files, { failures }) => {
  const suites = [
    ...failures.map(({ path, message }) => suite(path, [`    <testcase${attributes({ name: 'readable', classname: path })}>\n      <error${attributes({ message })}/>\n    </testcase>\n`], { errors: 1 })),
    ...files.map(suiteOf),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="fineprint">\n${suites.join('')}</testsuites>\n`
}

function suiteOf({ path, text, findings }: FileReport): string {
  const placeOf = placesIn(text)
  const rules = new Map<string, Finding[]>()
  for (const finding of findings) {
    const found = rules.get(finding.rule)
    if (found) found.push(finding)
    else rules.set(finding.rule, [finding])
  }
  const line = (finding: Finding) => {
    const { line, column } = placeOf(finding.span.start)
    return `${path}:${line}:${column} ${finding.message}`
  }
  let failed = 0
  let skipped = 0
  const cases = [...rules].map(([rule, found]) => {
    const open = found.filter((finding) => !finding.silenced)
    const failing = open.filter((finding) => finding.severity !== 'info')
    const name = attributes({ name: rule, classname: path })
    if (failing.length > 0) {
      failed++
      const type = failing.some((finding) => finding.severity === 'error') ? 'error' : 'warning'
      const message = failing.length === 1 ? failing[0]!.message : `${failing.length} findings`
      return `    <testcase${name}>\n      <failure${attributes({ message, type })}>${escapeXml(failing.map(line).join('\n'))}</failure>\n    </testcase>\n`
    }
    if (open.length > 0) return `    <testcase${name}>\n      <system-out>${escapeXml(open.map(line).join('\n'))}</system-out>\n    </testcase>\n`
    skipped++
    return `    <testcase${name}>\n      <skipped${attributes({ message: [...new Set(found.map(whySilenced))].join('; ') })}/>\n    </testcase>\n`
  })
  const silenced = findings.filter((finding) => finding.silenced).map((finding) => `${line(finding)} (${whySilenced(finding)})`)
  const output = silenced.length ? `    <system-out>${escapeXml(`silenced:\n${silenced.join('\n')}`)}</system-out>\n` : ''
  return suite(path, cases.length ? cases : [`    <testcase${attributes({ name: 'fineprint', classname: path })}/>\n`], { failures: failed, skipped, output })
}

function suite(path: string, cases: readonly string[], { failures = 0, errors = 0, skipped = 0, output = '' }): string {
  return `  <testsuite${attributes({ name: path, tests: cases.length, failures, errors, skipped })}>\n${cases.join('')}${output}  </testsuite>\n`
}
