/** Where the pages of the built-in rules are read; the package holds the same files. */
const PAGES = 'https://github.com/fineprint/fineprint/blob/main/rules/'

/** Address of a built-in rule's page, for hosts that make an id a link. */
export function pageOf(rule: string): string {
  return `${PAGES}${rule}.md`
}
