import type { Linter } from 'eslint'

/** Extension of the second view of a host file: the same text, read for its articles. */
export const LIFTED = '.fineprint'

/**
 * `fineprint/lift`: lints the articles inside scripts and JSON. ESLint gets the host as it is, and the whole host text once
 * more under our extension: places, fixes and suggestions need no mapping, for nothing was cut out.
 */
export const lift: Linter.Processor = {
  meta: { name: 'fineprint/lift', version: '1' },
  supportsAutofix: true,
  preprocess(text, filename) {
    const again = { text, filename: `article${LIFTED}` }
    return isScript(filename) ? [text, again] : [again]
  },
  postprocess([first = [], second]) {
    return second ? settled(first, second) : first
  },
}

/** ESLint can parse scripts; JSON and HTML it can parse only with other plugins, which then lint them without us. */
export function isScript(filename: string): boolean {
  return /\.[cm]?[jt]sx?$/iu.test(filename)
}

/**
 * Both views see the host's disable comments, and each calls unused what only the other one needs. A comment, or a rule in
 * it, is unused where both say so.
 */
function settled(host: readonly Linter.LintMessage[], lifted: readonly Linter.LintMessage[]): Linter.LintMessage[] {
  const theirs = lifted.filter(isUnused)
  const unused = host.filter(isUnused).flatMap((mine) => {
    const other = theirs.find(({ line, column }) => line === mine.line && column === mine.column)
    if (!other) return []
    const both = rulesIn(mine).filter((rule) => rulesIn(other).includes(rule))
    return both.length === 0 ? [] : [both.length === rulesIn(other).length ? other : mine]
  })
  return [...host.filter((message) => !isUnused(message)), ...lifted.filter((message) => !isUnused(message)), ...unused]
}

function isUnused({ ruleId, message }: Linter.LintMessage): boolean {
  return ruleId === null && message.startsWith('Unused eslint-disable directive')
}

/** The rules an unused comment names; one that names none is about all. */
function rulesIn({ message }: Linter.LintMessage): string[] {
  const names = [...message.matchAll(/'([^']+)'/gu)].map((match) => match[1]!)
  return names.length ? names : ['all']
}
