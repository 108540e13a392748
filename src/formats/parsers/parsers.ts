/** Parsers of other people, each behind one module: all of them for `read`, those a text needs for `readLazily`. */
export interface Parsers {
  readonly markdown?: typeof import('./markdown.ts')
  readonly gfm?: typeof import('./gfm.ts')
  readonly html?: typeof import('./html.ts')
  readonly mdx?: typeof import('./mdx.ts')
  readonly script?: typeof import('./script.ts')
  readonly yaml?: typeof import('./yaml.ts')
}
