import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('affiliation-statement', {
  'missing': [
    `${STORY}\n\n⟦The author owns no shares in the companies covered.⟧`,
    `⟦Norland Corp. plans to build a second smelter near Arden, the company said.⟧`,
    `${STORY}\n\n⟦Not a recommendation to buy or sell.⟧\n\nOne Response\n\nI have no ties to Norland.`,
  ],
  'worth nothing': [
    { story: `${STORY}\n\n⟦The author has securities or affiliations related to the organizations discussed.⟧`, messages: ['unsound'] },
    `${STORY}\n\n⟦The author may have ties to Norland.⟧`,
  ],
  'stated': [
    `${STORY}\n\nThe author has no securities or affiliations related to the organizations discussed.`,
    `${STORY}\n\nThe writer works for Norland.`,
    `${STORY}\n\nThere are no conflicts of interest to declare.`,
    `${STORY}\n\nI have no business relationship with any company mentioned.`,
    `${STORY}\n\nThe writer has never worked for any firm covered.`,
    `${STORY}\n\nNorland is a client of our agency.`,
  ],
})
