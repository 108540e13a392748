import { describe, expect, it } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { outlineOf } from './blocks.ts'

describe('HTML', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['headings and paragraphs', '<h2>Rates</h2><p>Up\n  <em>4%</em>&nbsp;now', ['heading 2 | Rates', 'paragraph | Up 4%\u00A0now | emphasis=4%']],
    ['text in a division', '<div>One<p>Two</p> three</div>', ['paragraph | One', 'paragraph | Two', 'paragraph | three']],
    ['line breaks', 'One<br>two<br><br>Three<br>', ['paragraph | One\ntwo', 'paragraph | Three']],
    ['lists', '<ul><li>a<ul><li>b</ul><li>c</ul>', ['item 1 | a', 'item 2 | b', 'item 1 | c']],
    ['a list of terms', '<dl><dt>a<dd>b</dl>', ['item 1 | a', 'item 1 | b']],
    ['a table', '<table><caption>t</caption><tr><th>a<th>b<tr><td>4%<td>5%</table>', [
      'caption | t', 'cell 0.0 head | a', 'cell 0.1 head | b', 'cell 1.0 | 4%', 'cell 1.1 | 5%',
    ]],
    ['a figure', '<figure><img src="u"><figcaption>Up 4%</figcaption></figure>', ['caption (figure) | Up 4%']],
    ['a quotation', '<blockquote><p>One</p>two</blockquote>', ['quote (blockquote) | One', 'quote (blockquote) | two']],
    ['names around a block', '<section class="Comments list" id="c1"><p>Hm', ['paragraph (comments list c1) | Hm']],
    ['struck and hidden words', '<p><s>a</s> <del>b</del> <span hidden>c</span> <b aria-hidden="true">d</b>', [
      'paragraph | a b c d | struck=a | struck=b | hidden=c | strong=d',
    ]],
    ['what is no text', '<script>4%</script><style>a{}</style><template><p>x</template><p>Up', ['paragraph | Up']],
    ['marks that begin outside of blocks', '<b><p>a</p><p>b</p></b>', ['paragraph | a | strong=a', 'paragraph | b | strong=b']],
    ['notes', '<p>Up<sup><a href="#n1">1</a></sup></p><ol><li id="n1">The bank</ol>', ['paragraph | Up | noteref=n1', 'note 1 #n1 (n1) | The bank']],
  ])('%s', (_name, text, blocks) => {
    expect(outlineOf(text, 'story.html')).toEqual(blocks)
  })

  it('reads the head of a page as facts', () => {
    const text = '<!doctype html><head><title>Rates | News</title><meta name="author" content="Jo Doe"><meta property="article:published_time" content="2026-03-04T05:06:07Z"></head><p>x'
    expect(read(text, 'a.html').meta).toEqual({ title: 'Rates | News', author: 'Jo Doe', published: '2026-03-04' })
  })

  it('gives whole elements as spans of blocks', () => {
    const text = '\uFEFF<p class="a">Up &lt;4%</p>\r\n<div>x <p>y</div>'
    expect(read(text, 'a.html').blocks.map(({ span }) => text.slice(span.start, span.end))).toEqual(['<p class="a">Up &lt;4%</p>', '<div>x ', '<p>y'])
  })

  it('writes new paragraphs and comments', () => {
    const { layout } = read('<p>a</p>\r\n  <p>b</p>', 'a.html')
    expect(layout.paragraphAfter(8, 'A & B').text).toBe('\r\n<p>A &amp; B</p>')
    expect(layout.commentBefore!(12, 'x').text).toBe('<!-- x -->\r\n  ')
  })
})
