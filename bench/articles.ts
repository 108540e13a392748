// Articles for measuring: made of our own sentences, the same on every machine and in every run.

/** A generator of pseudo-random numbers below `limit`: the same seed, the same row. */
function chance(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const COMPANIES = ['Norland Ferries', 'Halvard Grid', 'Calder & Moss', 'Pellmont Foods', 'Tessaly Bank', 'Orrin Motors', 'Vantry Health', 'Brightwell Mining']
const PEOPLE = ['Dana Whitlock', 'Jonas Ravn', 'Priya Raman', 'Marit Olsen', 'Tomas Hegg', 'Lena Okoro', 'Ines Faber', 'Karl Weiss']
const POSTS = ['chief executive', 'chief financial officer', 'an analyst at Coldharbour Research', 'the company’s chair']
const THINGS = ['revenue', 'operating profit', 'output', 'the order book', 'cash flow', 'customer numbers', 'the dividend', 'fuel cost']
const PLACES = ['the northern plants', 'its home market', 'Asia', 'the port of Amsel', 'its oldest mines', 'the valley road']

type Words = (parts: { company: string; person: string; post: string; thing: string; place: string; n: number; m: number }) => string

const SENTENCES: readonly Words[] = [
  ({ company, thing, n }) => `${company} said on Tuesday that ${thing} rose ${n}% in the quarter, helped by a mild winter.`,
  ({ person, post, n }) => `“We hired ${n} people back in a single week,” ${person}, ${post}, told reporters on a call.`,
  ({ thing, place, n, m }) => `In ${place}, ${thing} fell to $${n}.${m % 10} million from $${m}.${n % 10} million a year earlier.`,
  ({ company, place }) => `The plan leaves ${place} untouched, and ${company} has not said when it will decide on the rest.`,
  ({ person, thing }) => `${person} warned that ${thing} could suffer if the strike at the docks goes on into the summer.`,
  ({ company, n }) => `Shares of ${company} closed ${n / 10}% higher, according to exchange data, after the board met.`,
  ({ place, n, m }) => `Nearly ${n} of every ${n + m} trucks that pass through ${place} come from abroad, a study by the road agency found.`,
  ({ company, person }) => `[${company}](https://example.com/results) declined to comment, and ${person} could not be reached.`,
  ({ thing, n, m }) => `Analysts expect ${thing} to grow between ${n}% and ${n + m}% next year, *slightly* less than before.`,
  () => 'The council put off its vote twice, first because of the flood and then because the report was late.',
  ({ company, thing }) => `It was the third time in two years that ${company} had changed how it reports ${thing}.`,
  ({ person, place }) => `${person} said that nobody who lives near ${place} had been asked, and that the letters went to the wrong address.`,
]

/** A paragraph of three to five sentences, about 70 words. */
function paragraph(draw: (limit: number) => number): string {
  const one = <T>(list: readonly T[]) => list[draw(list.length)]!
  return Array.from({ length: 3 + draw(3) }, () =>
    one(SENTENCES)({ company: one(COMPANIES), person: one(PEOPLE), post: one(POSTS), thing: one(THINGS), place: one(PLACES), n: 2 + draw(88), m: 2 + draw(60) })).join(' ')
}

const BLOCK = 'Information for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security. The author holds no licenses.'

/** A Markdown article of about so many words, with front matter, headings, a list, a table, a quotation and the closing block. */
export function markdownArticle(seed: number, words: number): string {
  const draw = chance(seed * 7919 + 17)
  const parts = [
    `---\ntitle: ${COMPANIES[seed % 8]} and the question of the bridges\nauthor: ${PEOPLE[seed % 8]}\ndate: 2026-03-${String((seed % 27) + 1).padStart(2, '0')}\n---`,
    `# ${COMPANIES[seed % 8]} and the question of the bridges`,
    `*By ${PEOPLE[seed % 8]}*`,
  ]
  for (let count = 0, i = 1; count < words - 60; i++) {
    let part = paragraph(draw)
    if (i % 6 === 0) part = `> ${part}`
    if (i % 9 === 0) part = `## What it means for ${PLACES[draw(PLACES.length)]}\n\n${part}`
    if (i % 11 === 0) part += `\n\n- ${paragraph(draw)}\n- ${paragraph(draw)}`
    if (i % 14 === 0) part += `\n\n| Place | Trucks | Change |\n| --- | ---: | ---: |\n| Amsel | ${draw(900)} | +${draw(20)}% |\n| Tarn | ${draw(900)} | -${draw(20)}% |\n\nSource: road agency`
    parts.push(part)
    count += part.split(/\s+/u).length
  }
  parts.push(`*${BLOCK}*`)
  return parts.join('\n\n') + '\n'
}

/** Stories one after the other in one text of about so many code units, in the format of a path. */
export function manyStories(length: number, path: string, from = 0): string {
  const stories: string[] = []
  for (let size = 0, i = from; size < length; i++) {
    const story = markdownArticle(i + 1, 800)
    stories.push(i === from && path.endsWith('.md') ? story : story.replace(/^---[^]*?---\n/u, ''))
    size += stories.at(-1)!.length
  }
  const text = stories.join('\n')
  if (!path.endsWith('.html')) return text
  const paragraphs = text.split('\n\n').map((words) => `<p>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return `<!doctype html><html><body><article>${paragraphs.join('\n')}</article></body></html>`
}
