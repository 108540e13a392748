import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'
import ts from 'typescript'

/** Calls that make a value of what they are given, and do nothing else. */
const MAKERS = new Set(['Set', 'Map', 'RegExp', 'wordsOf', 'phrasesOf', 'listsOf', 'setOf', 'set'])

/**
 * Puts off the patterns and word sets of our own modules until they are asked for: a run on one article asks a third of them,
 * and making one costs whether it is asked or not.
 */
export const lateConstants: Plugin = {
  name: 'late-constants',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:src|rules|presets)[\\/].*\.[jt]s$/ }, ({ path }) =>
      /[\\/]node_modules[\\/](?!\.cache[\\/])/.test(path) ? undefined : { contents: putOff(readFileSync(path, 'utf8'), path), loader: path.endsWith('.ts') ? 'ts' : 'js' })
  },
}

/** A module's text in which `const A = /a/` is made where `A` is first asked for. What a module exports is left as it stands. */
export function putOff(text: string, path: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true)
  const late = lateIn(file)
  if (late.size === 0) return text
  const edits: { readonly from: number; readonly to: number; readonly put: string }[] = []
  visit(file, (node) => {
    if (ts.isVariableStatement(node) && node.parent === file) {
      const one = node.declarationList.declarations[0]!
      if (!ts.isIdentifier(one.name) || !late.has(one.name.text)) return true
      edits.push({ from: node.getStart(file), to: node.end, put: `let ${one.name.text}` })
      return false
    }
    if (!ts.isIdentifier(node) || !isUse(node)) return true
    const made = late.get(node.text)
    if (made === undefined) return true
    const asked = `(${node.text} ??= ${made})`
    const from = node.getStart(file)
    const whole = ts.isShorthandPropertyAssignment(node.parent) ? `${node.text}: ${asked}` : asked
    edits.push({ from, to: node.end, put: beginsLine(node, from, file) ? `;${whole}` : whole })
    return true
  })
  let at = 0
  return edits.sort((a, b) => a.from - b.from).map(({ from, to, put }) => {
    const before = text.slice(at, from)
    at = to
    return before + put
  }).join('') + text.slice(at)
}

/** Names and makings of the constants that can wait. */
function lateIn(file: ts.SourceFile): Map<string, string> {
  const late = new Map<string, string>()
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || statement.modifiers || !(statement.declarationList.flags & ts.NodeFlags.Const)) continue
    const [one, ...others] = statement.declarationList.declarations
    if (!one?.initializer || others.length > 0 || !ts.isIdentifier(one.name) || !isMade(one.initializer)) continue
    let asksLate = false
    visit(one.initializer, (node) => {
      if (ts.isIdentifier(node) && late.has(node.text)) asksLate = true
      return true
    })
    if (!asksLate) late.set(one.name.text, one.initializer.getText(file))
  }
  // A name that is exported must be there; one that is declared again may mean something else within.
  visit(file, (node) => {
    if (ts.isExportSpecifier(node)) late.delete((node.propertyName ?? node.name).text)
    const { name } = node as { readonly name?: ts.Node }
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionLike(node) || ts.isClassLike(node)
    if (declares && name && ts.isIdentifier(name) && node.parent.parent?.parent !== file) late.delete(name.text)
    return true
  })
  return late
}

/** Whether an expression makes something new of literals and names alone. */
function isMade(node: ts.Expression): boolean {
  if (ts.isRegularExpressionLiteral(node)) return true
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false
  return ts.isIdentifier(node.expression) && MAKERS.has(node.expression.text) && (node.arguments ?? []).every(isPlain)
}

function isPlain(node: ts.Expression): boolean {
  if (ts.isSpreadElement(node) || ts.isAsExpression(node)) return isPlain(node.expression)
  if (ts.isArrayLiteralExpression(node)) return node.elements.every(isPlain)
  return ts.isLiteralExpression(node) || ts.isIdentifier(node) || ts.isArrowFunction(node)
}

/** Whether a name stands for its value here: no property's, no type's. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent) || ts.isImportSpecifier(parent)) return false
  return ts.isShorthandPropertyAssignment(parent) || (parent as { readonly name?: ts.Node }).name !== node
}

/** Whether a parenthesis here would be taken for a call of what the line before ends with. */
function beginsLine(node: ts.Node, from: number, file: ts.SourceFile): boolean {
  let top = node
  while (!ts.isExpressionStatement(top) && !ts.isBlock(top) && top.parent && top.parent.getStart(file) === from) top = top.parent
  return ts.isExpressionStatement(top) && (ts.isBlock(top.parent) || ts.isSourceFile(top.parent) || ts.isCaseOrDefaultClause(top.parent))
}

function visit(node: ts.Node, take: (node: ts.Node) => boolean): void {
  if (take(node)) ts.forEachChild(node, (child) => visit(child, take))
}
