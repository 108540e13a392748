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
  postprocess: (messages) => messages.flat(),
}

/** ESLint can parse scripts; JSON and HTML it can parse only with other plugins, which then lint them without us. */
function isScript(filename: string): boolean {
  return /\.[cm]?[jt]sx?$/iu.test(filename)
}
