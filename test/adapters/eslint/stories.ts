/** A story for one rule; the places it reports are marked ⟦…⟧, none means it is silent. */
export interface Story {
  readonly rule: string
  readonly story: string
  readonly options?: Readonly<Record<string, unknown>>
  /** Decides the format; Markdown where left out. */
  readonly path?: string
  /** How many suggestions each finding has. */
  readonly suggestions?: readonly number[]
}

/** Stories beside those on the rules' pages, for what a page does not show: line breaks, markup, other formats. */
export const STORIES: readonly Story[] = [
  { rule: 'statistic-attribution', story: 'Norland sent ⟦4,200⟧ inspectors to the border in May.\r\n\r\nA dry month followed.\r\n', suggestions: [2] },
  { rule: 'statistic-attribution', story: '🐟 *Norland* sent **⟦4,200⟧** inspectors &amp; clerks to the border in May.\n', suggestions: [2] },
  { rule: 'statistic-attribution', story: '<p>Norland sent <b>⟦4,200⟧</b> inspectors &amp; clerks to the border in May.</p>\n', path: 'story.html' },
  { rule: 'statistic-attribution', story: 'Norland sent ⟦4,200⟧ inspectors to the border in May\n\nA dry month followed\n', path: 'story.txt' },
  { rule: 'statistic-attribution', story: 'Norland sent 4,200 inspectors to the border in May, its interior ministry said.\n' },
  { rule: 'vague-source', story: '⟦Experts⟧ say the merger will hurt small suppliers.\r\n' },
  { rule: 'vague-source', story: 'Dana Ortiz, an economist at Larkfield Research, said the merger will hurt small suppliers.\n' },
  { rule: 'unread-markup', story: '---\r\ntitle: One\r\n---\r\n\r\nA short story.\r\n' },
  { rule: 'waiver', story: '⟦<!-- fineprint-waive statistic-attribution -->⟧\n\nNorland sent 4,200 inspectors to the border in May.\n' },
  // As information where no type is stated, which ESLint leaves out.
  { rule: 'non-gaap-label', story: '---\ncontent_type: press-release\n---\n\n# Norland reports\n\nNorland reported ⟦adjusted EBITDA⟧ of $4 million.\n' },
]
