/* Runs in the page of the editor that is tried. */
/* global document, globalThis, NodeFilter */

/** The rectangle of a word on the screen; undefined where it is not shown. */
function placeOf(word) {
  for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
    const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.data.indexOf(word)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + word.length)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x, y, width, height }
    }
  }
  return undefined
}

/** How far the nearest squiggle is from lying under a word, in pixels, left and right edge together. */
function squiggleGap(word) {
  const box = placeOf(word)
  if (!box) return undefined
  const gaps = [...document.querySelectorAll('.monaco-editor :is(.squiggly-error, .squiggly-warning, .squiggly-info)')].map((squiggle) => {
    const other = squiggle.getBoundingClientRect()
    const away = other.bottom < box.y || other.top > box.y + box.height + 4 ? 1000 : 0
    return Math.abs(other.left - box.x) + Math.abs(other.right - box.x - box.width) + away
  })
  return gaps.length ? Math.min(...gaps) : undefined
}

Object.assign(globalThis, { placeOf, squiggleGap })
