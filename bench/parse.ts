import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

/** The Markdown parse everybody pays for: remark-parse with GFM and front matter. */
export const parseGfm = (text: string) => processor.parse(text)
