import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('research-statement', {
  'missing': [
    { story: `${STORY}\n\nThe author has no securities or affiliations related to the organizations discussed. ⟦Not a recommendation to buy or sell.⟧ The author holds no licenses.`, messages: ['missing'] },
    `${STORY}\n\nThe buyer will do its own due diligence and consult its advisers.\n\n⟦Not a recommendation to buy or sell.⟧`,
  ],
  'half': [
    { story: `${STORY}\n\n⟦Do your own research.⟧`, messages: ['consult'] },
    { story: `${STORY}\n\n⟦Please consult a professional before you trade.⟧`, messages: ['research'] },
    { story: `${STORY}\n\n⟦Always do additional research.⟧ The author holds no licenses.`, messages: ['consult'] },
  ],
  'stated': [
    `${STORY}\n\nAlways do additional research and consult a professional before purchasing a security.`,
    `${STORY}\n\nCheck everything for yourself. Speak to an adviser.`,
    `${STORY}\n\nReaders should do their own research and seek professional advice.`,
    `${STORY}\n\nDig further and ask an expert before you buy.`,
  ],
})
