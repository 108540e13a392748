/** Where the pages of the built-in rules are read; the pages are files of the package itself. */
const PAGES = 'https://unpkg.com/fineprint/rules/'

/** Address of a built-in rule's page, for hosts that make an id a link. */
export function pageOf(rule: string): string {
  return `${PAGES}${rule}.md`
}
