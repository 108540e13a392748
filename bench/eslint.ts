import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { markdownArticle } from './articles.ts'
import type { Measure } from './budgets.ts'

/** What a measurement needs of the bench it is part of. */
export interface Bench {
  readonly root: string
  readonly folder: string
  measure(name: Measure, take: () => number): void
  /** Of whole processes in `folder`, or in `cwd`: the ratio of their processor time. */
  startUp(ours: readonly string[], theirs: readonly string[], turns: number, cwd?: string): number
}

/** fineprint inside other people's programs, against those programs without it. Needs the built package. */
export function hosts({ root, folder, measure, startUp }: Bench): void {
  const eslint = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js')
  const lint = (config: string, where = '.') => [eslint, '--no-config-lookup', '-c', join(root, 'bench', config), '-o', join(folder, 'out'), where]

  measure('ESLint with our preset / ESLint with @eslint/markdown, 1,000 articles', () => {
    const many = folderOf(folder, 'eslint-many', 1000)
    // One turn: a thousand articles even out by themselves.
    return startUp(lint('house.eslint.config.js'), lint('eslint.config.js'), 1, many)
  })
  measure('ESLint with our preset / ESLint with @eslint/markdown, cold start', () => {
    folderOf(folder, 'eslint-one', 1)
    return startUp(lint('house.eslint.config.js', 'eslint-one'), lint('eslint.config.js', 'eslint-one'), 7)
  })
  measure('remark-cli with our plugin / remark-cli alone, cold start', () => {
    folderOf(folder, 'remark-one', 1)
    const remark = join(root, 'node_modules', 'remark-cli', 'cli.js')
    const plugin = join(root, 'dist', 'lib', 'adapters', 'unified.js')
    const remarkWith = (...more: string[]) => [remark, '--no-config', '--quiet', '--no-stdout', ...more, 'remark-one']
    return startUp(remarkWith('--use', plugin), remarkWith(), 7)
  })
  measure('library, import and one article / node -e 0', () => {
    const library = pathToFileURL(join(root, 'dist', 'lib', 'index.js')).href
    const script = `import { lint } from ${JSON.stringify(library)}\nlint(${JSON.stringify(markdownArticle(1, 800))}, {}, { path: 'a.md' })`
    writeFileSync(join(folder, 'library.mjs'), script)
    return startUp([join(folder, 'library.mjs')], ['-e', '0'], 7)
  })
}

function folderOf(folder: string, name: string, articles: number): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (let i = 0; i < articles; i++) writeFileSync(join(path, `${i}.md`), markdownArticle(i + 20_000, 750))
  return path
}
