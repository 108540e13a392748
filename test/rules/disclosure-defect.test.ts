import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('disclosure-defect', {
  'hedged': [
    { story: `${STORY}\n\n⟦The author may hold positions in the companies mentioned.⟧`, messages: ['hedged'] },
    { story: `${STORY}\n\n⟦From time to time our editors might own some of the shares discussed.⟧`, messages: ['hedged'] },
  ],
  'reversed': [
    { story: `${STORY}\n\n⟦A recommendation to buy or sell.⟧`, messages: ['polarity'] },
    { story: `${STORY}\n\n⟦The author holds licenses.⟧`, messages: ['polarity'] },
    { story: `${STORY}\n\n⟦The author is not without exposure to Norland.⟧`, messages: ['polarity'] },
  ],
  'contradicted': [
    { story: `${STORY}\n\n⟦The author has no position in any company discussed.⟧ The author owns 300 shares of Norland.`, messages: ['contradicted'] },
    { story: `${STORY}\n\n⟦The author has no position in the companies mentioned other than Norland.⟧`, messages: ['contradicted'] },
  ],
  'partial': [
    { story: `${STORY}\n\nThe story is about Norland, Petro Reach and Veldt.\n\n⟦The author has no position in Veldt.⟧`, messages: ['partial'] },
  ],
  'others': [
    { story: `${STORY}\n\n⟦The author plans to buy shares of Norland.⟧`, messages: ['intention'] },
    { story: `${STORY}\n\n⟦The author owns no more than 1% of any company mentioned.⟧`, messages: ['threshold'] },
    { story: `${STORY}\n\n⟦The author has no position in [TICKER].⟧`, messages: ['placeholder'] },
    { story: `${STORY}\n\n⟦If the author holds any of the shares mentioned, it will be stated.⟧`, messages: ['conditional'] },
  ],
  'sound, or nobody’s': [
    `${STORY}\n\nInformation for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security. The author holds no licenses.`,
    `${STORY}\n\nThe author owns 300 shares of Norland.`,
    `${STORY}\n\nThe author holds bitcoin.`,
    `${STORY}\n\nUnless stated otherwise, the author holds none of the shares mentioned.`,
    `${STORY}\n\n“We may own some of it,” Pell said.`,
    `${STORY}\n\nThe fund may hold shares of Norland, its manager said.`,
  ],
  'left to the rule for the statement': [
    { story: `${STORY}\n\nThe author holds licenses.`, options: { covered: ['licenses'] } },
    { story: `${STORY}\n\n⟦The author has no position in any company discussed.⟧ The author owns 300 shares of Norland.`, options: { covered: ['holdings'] } },
  ],
})
