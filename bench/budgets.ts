/** What a run may cost, as ratios within one run on one machine: milliseconds say more about the machine than about us. */
export const BUDGETS = {
  'cold start, one Markdown file / node -e 0': 4,
  'cold start, --staged, one file / node -e 0': 4,
  'cold start, one plain-text file / node -e 0': 4,
  'whole lint of an 800-word article / its Markdown parse': 2,
  'analysis and rules alone / that parse': 0.75,
  '1,000 articles, one process / ESLint with @eslint/markdown': 1,
  // Processor time of all threads together: below 2 it is ahead where two cores are idle.
  'audit in two threads / the linter in one process, 1,000 articles': 1.8,
  '50,000 words in one article / in fifty': 1.3,
  'two megabytes in one text file / in four': 1.3,
  'two megabytes in one Markdown file / in four': 1.3,
  'two megabytes in one HTML file / in four': 1.3,
  'keystroke in a 5,000-word article / its whole check': 0.25,
  'heap of the server after 1,000 edits / after 100': 1.1,
  'ESLint with our preset / ESLint with @eslint/markdown, 1,000 articles': 1.5,
  'ESLint with our preset / ESLint with @eslint/markdown, cold start': 1.5,
  'remark-cli with our plugin / remark-cli alone, cold start': 2.5,
  'library, import and one article / node -e 0': 13,
  'gate: articles a second of the linter alone / verdicts a second': 2,
} as const

export type Measure = keyof typeof BUDGETS
