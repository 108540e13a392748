import type { Reading } from '../article/block.ts'
import type { Format } from './format.ts'
import { readHast } from './hast.ts'
import { hostileHtml } from './hostile.ts'
import { withMasks } from './masks.ts'
import { readPlain } from './plain.ts'

/** HTML pages and fragments. */
export const html: Format = withMasks({
  id: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  needs: () => ['html'],
  read(text, { html }): Reading {
    const hostile = hostileHtml(text)
    if (hostile) return readPlain(text, [hostile])
    const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0
    return readHast(html!.parseHtml(mark ? text.slice(1) : text), text, mark)
  },
})
