import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('recommendation-statement', {
  'missing': [
    `${STORY}\n\n⟦The author has no securities or affiliations related to the organizations discussed.⟧`,
    `${STORY}\n\nThree analysts repeated their recommendation to buy the shares.\n\n⟦The author has no securities or affiliations related to the organizations discussed.⟧`,
    `${STORY}\n\nInformation for this story was found via the sources and companies mentioned. ⟦The author has no securities or affiliations related to the organizations discussed.⟧ The author holds no licenses.`,
  ],
  'worth nothing': [
    { story: `${STORY}\n\n⟦A recommendation to buy or sell.⟧ The author holds no licenses.`, messages: ['unsound'] },
  ],
  'stated': [
    `${STORY}\n\nNot a recommendation to buy or sell.`,
    `${STORY}\n\nThis is not an offer to sell securities.`,
    `${STORY}\n\nThe author does not recommend buying or selling anything.`,
    `${STORY}\n\nNothing here is a call to buy.`,
    `${STORY}\n\nNo recommendation to trade is made.`,
  ],
})
