import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('disclosure-block', {
  'at the end': [
    `${STORY}\n\nInformation for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security. The author holds no licenses.`,
    `${STORY}\n\nInformation for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security. The author holds no licenses.\n\n3 Comments\n\nNice story.`,
    `${STORY}\n\nThe author has no securities or affiliations related to the organizations discussed.`,
  ],
  'the story goes on': [
    { story: `${STORY}\n\nInformation for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security. The author holds no licenses.\n\n⟦The smelter would be the third in the valley, where two older ones closed after a strike that lasted most of a year.⟧`, messages: ['after'] },
  ],
  'apart': [
    { story: `${STORY}\n\n⟦The author holds no licenses.⟧\n\nInformation for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security.`, messages: ['apart'] },
  ],
  'out of order': [
    { story: `${STORY}\n\nNot a recommendation to buy or sell. ⟦Information for this story was found via the sources and companies mentioned.⟧ The author holds no licenses.`, messages: ['order'] },
    `${STORY}\n\nInformation for this story was found via the sources and companies mentioned. The author holds no licenses. ⟦The author has no securities or affiliations related to the organizations discussed.⟧`,
  ],
  'in another order that the house set': [
    { story: `${STORY}\n\nNot a recommendation to buy or sell. Information for this story was found via the sources and companies mentioned. The author holds no licenses.`, options: { order: ['recommendation', 'sources', 'license'] } },
  ],
})
