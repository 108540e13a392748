/** Puts `body` between `<!-- generated: name -->` and `<!-- /generated -->`; throws where a page lacks the markers. */
export function fill(page: string, name: string, body: string, path: string): string {
  const open = `<!-- generated: ${name} -->`
  const close = '<!-- /generated -->'
  const start = page.indexOf(open)
  const end = page.indexOf(close, start)
  if (start < 0 || end < 0) throw new Error(`${path}: expected the markers ${open} … ${close}`)
  return `${page.slice(0, start + open.length)}\n${body.trim()}\n${page.slice(end)}`
}

/** A Markdown table; cells are written so that no bar or line break ends them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/gu, '\\|').replace(/\n/gu, ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
