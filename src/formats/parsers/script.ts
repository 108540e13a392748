/** A node of a program's syntax tree, as ESTree has it. */
export interface ScriptNode {
  readonly type: string
  readonly range: readonly [number, number]
  readonly [key: string]: unknown
}

/** A program: its tree and its comments. */
export interface Program extends ScriptNode {
  readonly comments?: readonly ScriptNode[]
}

type Require = (id: string) => unknown
type Module = { createRequire(from: string): Require }

const PACKAGE = '@typescript-eslint/parser'

/**
 * Parses TypeScript or JavaScript with the parser of the user's project, which is looked for only when it is needed.
 * @returns undefined where it is not installed, or outside of Node
 * @throws whatever that parser throws on a program it cannot read
 */
export function parseScript(text: string, jsx: boolean): Program | undefined {
  const parser = findParser()
  return parser?.parse(text, { range: true, loc: false, comment: true, ecmaVersion: 'latest', sourceType: 'module', ecmaFeatures: { jsx } })
}

interface Parser {
  parse(text: string, options: object): Program
}

function findParser(): Parser | undefined {
  const { process } = globalThis as { process?: { cwd(): string; getBuiltinModule?(id: string): unknown } }
  const module = process?.getBuiltinModule?.('node:module') as Module | undefined
  if (!process || !module) return undefined
  for (const from of [`${process.cwd()}/package.json`, import.meta.url]) {
    try {
      return module.createRequire(from)(PACKAGE) as Parser
    } catch {
      // Not there: the next place may have it.
    }
  }
  return undefined
}
