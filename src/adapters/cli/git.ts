import { FileError } from '../text-file.ts'
import { UsageError } from './args.ts'

/** A file as the index holds it, which is what a commit will hold. */
export interface StagedFile {
  /** From the working folder, with `/`. */
  readonly path: string
  readonly bytes: Buffer
}

/** Runs a program to its end. */
export type RunToEnd = (file: string, args: readonly string[], options: { readonly cwd: string; readonly input: string }) => {
  readonly error?: Error
  readonly status: number | null
  readonly stdout: Buffer
  readonly stderr: Buffer
}

const MOST_OUTPUT = 1 << 30

const bySpawning: RunToEnd = (file, args, options) =>
  process.getBuiltinModule('node:child_process').spawnSync(file, args, { ...options, maxBuffer: MOST_OUTPUT })

/**
 * Files that are staged, below the working folder, deleted ones left out; with their staged content, whatever stands on disk.
 * @param wanted which of them are read
 * @throws UsageError where there is no repository or no git
 */
export function stagedFiles(cwd: string, wanted: (path: string) => boolean, run: RunToEnd = bySpawning): StagedFile[] {
  const paths = names(git(run, cwd, ['diff', '--cached', '--name-only', '--relative', '--no-renames', '--diff-filter=ACM', '-z', '--no-ext-diff'])).filter(wanted)
  if (paths.length === 0) return []
  // One process reads all blobs: `:./path` is the index entry seen from the working folder.
  const plain = paths.filter((path) => !path.includes('\n'))
  const batch = git(run, cwd, ['cat-file', '--batch'], plain.map((path) => `:./${path}\n`).join(''))
  const files: StagedFile[] = []
  let at = 0
  for (const path of paths) {
    if (path.includes('\n')) {
      files.push({ path, bytes: git(run, cwd, ['cat-file', 'blob', `:./${path}`]) })
      continue
    }
    let end = at
    while (end < batch.length && batch[end] !== 10) end++
    const head = batch.subarray(at, end).toString('utf8')
    const size = /^[0-9a-f]+ blob (\d+)$/u.exec(head)?.[1]
    at = end + 1
    if (size === undefined) continue
    files.push({ path, bytes: batch.subarray(at, at + Number(size)) })
    at += Number(size) + 1
  }
  return files
}

/**
 * Files below the working folder that differ from where this branch left `ref`, and files git does not know yet.
 * @throws UsageError where there is no repository, or no such ref
 */
export function changedSince(ref: string, cwd: string, run: RunToEnd = bySpawning): string[] {
  if (ref.startsWith('-')) throw new UsageError(`--since: \`${ref}\` is no commit, expected a branch, tag or hash`)
  const base = git(run, cwd, ['merge-base', ref, 'HEAD'], undefined, true)?.toString('utf8').trim() || ref
  const known = git(run, cwd, ['diff', '--name-only', '--relative', '--no-renames', '--diff-filter=ACM', '-z', '--no-ext-diff', base, '--'])
  const fresh = git(run, cwd, ['ls-files', '--others', '--exclude-standard', '-z'])
  return [...new Set([...names(known), ...names(fresh)])]
}

/** Whether these bytes are no text anybody wrote: pictures that go by an article's ending. */
export function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0)
}

function names(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean)
}

function git(run: RunToEnd, cwd: string, args: readonly string[], input?: string): Buffer
function git(run: RunToEnd, cwd: string, args: readonly string[], input: string | undefined, mayFail: true): Buffer | undefined
function git(run: RunToEnd, cwd: string, args: readonly string[], input?: string, mayFail = false): Buffer | undefined {
  const { error, status, stdout, stderr } = run('git', args, { cwd, input: input ?? '' })
  if (status === 0) return stdout
  if (mayFail && !error) return undefined
  if (error && (error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError('git is not installed, and --staged and --since need it')
  if (error && status === null) throw new FileError(`git ${args[0]}: ${error.message}`)
  const [first = ''] = stderr.toString('utf8').trim().split('\n')
  if (/not a git repository|unknown option `cached/iu.test(first)) throw new UsageError('this folder is in no git repository, and --staged and --since need one')
  throw new UsageError(`git: ${first.replace(/^(?:fatal|error): /u, '') || `${args[0]} failed`}`)
}
