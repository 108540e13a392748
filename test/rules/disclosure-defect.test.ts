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
  'of another time': [
    { story: `${STORY}\n\n⟦The author did not hold shares in Norland last year.⟧`, messages: ['past'] },
    { story: `${STORY}\n\n⟦The author used to own shares in Norland.⟧`, messages: ['past'] },
    { story: `${STORY}\n\n⟦The author will not hold shares in Norland.⟧`, messages: ['intention'] },
  ],
  'a rule, and no fact': [
    { story: `${STORY}\n\n⟦Our policy is that writers do not hold the securities they cover.⟧`, messages: ['policy'] },
    { story: `${STORY}\n\n⟦The author should not hold any of the securities mentioned.⟧`, messages: ['policy'] },
    { story: `${STORY}\n\n⟦Our authors are not allowed to own the shares mentioned.⟧`, messages: ['policy'] },
  ],
  'a form with its choices left': [
    { story: `${STORY}\n\n⟦The author is/is not long Norland.⟧`, messages: ['placeholder'] },
    { story: `${STORY}\n\n⟦The author [does / does not] hold shares in the companies mentioned.⟧`, messages: ['placeholder'] },
    { story: `${STORY}\n\n⟦The author holds {no|some} position in the stocks mentioned.⟧`, messages: ['placeholder'] },
    { story: `${STORY}\n\n⟦I hold no position in any stock mentioned (delete if not applicable).⟧`, messages: ['placeholder'] },
  ],
  'as it is remembered': [
    { story: `${STORY}\n\n⟦As far as I can remember I hold none of these shares.⟧`, messages: ['hedged'] },
  ],
  'sound, or nobody’s': [
    `${STORY}\n\nInformation for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security. The author holds no licenses.`,
    `${STORY}\n\nThe author owns 300 shares of Norland.`,
    `${STORY}\n\nThe author holds bitcoin.`,
    `${STORY}\n\nUnless stated otherwise, the author holds none of the shares mentioned.`,
    `${STORY}\n\n“We may own some of it,” Pell said.`,
    `${STORY}\n\nThe author sold the last Norland shares in 2024 and owns none now.`,
    `${STORY}\n\nAs of 3 March 2026 the author held no shares in Norland.`,
    `${STORY}\n\nThe fund may hold shares of Norland, its manager said.`,
  ],
  'left to the rule for the statement': [
    { story: `${STORY}\n\nThe author holds licenses.`, options: { covered: ['licenses'] } },
    { story: `${STORY}\n\n⟦The author has no position in any company discussed.⟧ The author owns 300 shares of Norland.`, options: { covered: ['holdings'] } },
  ],
})
