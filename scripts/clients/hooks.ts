import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expectThat, fresh, need, root, run, tarball } from './place.ts'

const BAD = '# A\n\nThe queue grew by 40% this spring.\n'
const GOOD = '# A\n\nThe queue grew this spring.\n'
const WHO = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org' }

/** Writes files and makes a repository of them. */
function repository(name: string, files: Record<string, string>): { cwd: string; git: (...args: string[]) => { code: number; text: string } } {
  const cwd = fresh(name)
  for (const [path, text] of Object.entries({ 'fineprint.config.json': '{ "preset": "recommended" }\n', '.gitignore': 'node_modules\n', ...files })) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  const git = (...args: string[]) => run('git', args, { cwd, env: { ...WHO, PRE_COMMIT_HOME: join(cwd, '..', 'pre-commit-home') }, mayFail: true })
  git('init', '-q', '-b', 'main')
  git('add', 'fineprint.config.json', '.gitignore')
  git('commit', '-qm', 'first')
  return { cwd, git }
}

/** A bad article is refused, a good one passes, and of a partly staged one the staged half counts. */
function commits({ cwd, git }: ReturnType<typeof repository>): void {
  writeFileSync(join(cwd, 'a.md'), BAD)
  git('add', '-A')
  const refused = git('commit', '-qm', 'bad')
  expectThat(refused.code !== 0 && refused.text.includes('statistic-attribution'), `a bad article was committed: ${refused.text}`)
  writeFileSync(join(cwd, 'a.md'), GOOD)
  git('add', '-A')
  writeFileSync(join(cwd, 'a.md'), BAD)
  const passed = git('commit', '-qm', 'good')
  expectThat(passed.code === 0, `a good staged half was refused: ${passed.text}`)
  git('checkout', '-q', '--', 'a.md')
}

/** `pre-commit try-repo` on a clone of this project, and an installed hook. */
export function preCommit(): string {
  need(['pre-commit', 'git'], ['pre-commit', 'git'])
  // What pre-commit installs is a repository whose package has the program: the packed one, with the hooks file.
  const hook = fresh('hook-repository')
  run('tar', ['xzf', tarball(), '--strip-components=1'], { cwd: hook })
  writeFileSync(join(hook, '.pre-commit-hooks.yaml'), readFileSync(join(root, '.pre-commit-hooks.yaml')))
  for (const args of [['init', '-q', '-b', 'main'], ['add', '-A', '-f'], ['commit', '-qm', 'hook'], ['tag', 'v0.1.0']]) run('git', args, { cwd: hook, env: WHO })
  const home = { PRE_COMMIT_HOME: join(hook, '..', 'pre-commit-home') }
  rmSync(home.PRE_COMMIT_HOME, { recursive: true, force: true })
  const tried = repository('try-repo', { 'bad.md': BAD, 'good.md': GOOD })
  tried.git('add', '-A')
  const refused = run('pre-commit', ['try-repo', hook, 'fineprint', '--ref', 'v0.1.0', '--all-files'], { cwd: tried.cwd, env: home, mayFail: true })
  expectThat(refused.code !== 0 && refused.text.includes('statistic-attribution') && !refused.text.includes('good.md'), `try-repo: ${refused.text}`)
  tried.git('rm', '-q', '--cached', 'bad.md')
  rmSync(join(tried.cwd, 'bad.md'))
  const passed = run('pre-commit', ['try-repo', hook, 'fineprint', '--ref', 'v0.1.0', '--all-files'], { cwd: tried.cwd, env: home, mayFail: true })
  expectThat(passed.code === 0, `try-repo on a good article: ${passed.text}`)
  const installed = repository('pre-commit', { '.pre-commit-config.yaml': `repos:\n  - repo: ${hook}\n    rev: v0.1.0\n    hooks: [{ id: fineprint }]\n` })
  run('pre-commit', ['install', '-f'], { cwd: installed.cwd, env: home })
  commits(installed)
  return 'try-repo and an installed hook refuse and pass; the staged half counts'
}

/** husky with lint-staged, and lefthook, on the packed package. */
export function npmHooks(): string {
  need(['git'], ['git'])
  const lefthook = repository('lefthook', {
    'package.json': '{ "private": true }', 'lefthook.yml': 'pre-commit:\n  commands:\n    fineprint:\n      glob: "*.{md,mdx,html,txt}"\n      run: npx --no-install fineprint --staged {staged_files}\n',
  })
  install(lefthook.cwd, ['lefthook@2.2.2'])
  run('npx', ['--no-install', 'lefthook', 'install', '-f'], { cwd: lefthook.cwd })
  commits(lefthook)
  const husky = repository('husky', { 'package.json': '{ "private": true, "scripts": { "prepare": "husky" }, "lint-staged": { "*.{md,mdx,html,txt}": "fineprint" } }' })
  install(husky.cwd, ['husky@9.1.7', 'lint-staged@16'])
  run('npx', ['--no-install', 'husky'], { cwd: husky.cwd })
  writeFileSync(join(husky.cwd, '.husky/pre-commit'), 'npx --no-install lint-staged\n')
  commits(husky)
  return 'husky with lint-staged, and lefthook, refuse and pass; the staged half counts'
}

function install(cwd: string, packages: readonly string[]): void {
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '-D', ...packages, tarball()], { cwd })
}
