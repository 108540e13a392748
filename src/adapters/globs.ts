/** A glob as a regular expression over paths with `/`: `*`, `?`, `**`, `[…]`, `{a,b}`; `\` takes the next character as it is. */
export function globToRegExp(glob: string): RegExp {
  let pattern = ''
  let alternatives = 0
  for (let at = 0; at < glob.length; at++) {
    const char = glob[at]!
    if (char === '*') {
      const stars = glob[at + 1] === '*'
      if (!stars) pattern += '[^/]*'
      else if (glob[at + 2] === '/') pattern += '(?:[^/]+/)*'
      else pattern += '.*'
      if (stars) at += glob[at + 2] === '/' ? 2 : 1
    } else if (char === '?') pattern += '[^/]'
    else if (char === '[' && glob.indexOf(']', at + 2) > 0) {
      const end = glob.indexOf(']', at + 2)
      const body = glob.slice(at + 1, end).replace(/^!/u, '^').replace(/[\\[]/gu, '\\$&')
      pattern += `[${body}]`
      at = end
    } else if (char === '{') {
      alternatives++
      pattern += '(?:'
    } else if (char === '}' && alternatives > 0) {
      alternatives--
      pattern += ')'
    } else if (char === ',' && alternatives > 0) pattern += '|'
    else pattern += escapeForPattern(char === '\\' && at + 1 < glob.length ? glob[++at]! : char)
  }
  return new RegExp(`^${pattern}${')'.repeat(alternatives)}$`, 'su')
}

/** Whether an operand is a pattern rather than a path. */
export function isGlob(operand: string): boolean {
  return /[*?{[]/u.test(operand)
}

/** The folder a glob starts in: everything before the first part that holds a pattern. */
export function staticBase(glob: string): string {
  const parts = glob.split('/')
  const first = parts.findIndex(isGlob)
  return parts.slice(0, first < 0 ? parts.length - 1 : first).join('/') || (glob.startsWith('/') ? '/' : '.')
}

function escapeForPattern(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/u.test(char) ? `\\${char}` : char
}
