import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('holdings-statement', {
  'missing': [
    `${STORY}\n\n⟦Information for this story was found via the sources and companies mentioned.⟧ Not a recommendation to buy or sell. The author holds no licenses.`,
    `⟦Norland Corp. plans to build a second smelter near Arden, the company said.⟧`,
    { story: `${STORY}\n\n⟦Information for this story was found via the sources and companies mentioned.⟧ Not a recommendation to buy or sell.\n\n3 Comments\n\nDale: I own no shares of Norland.`, messages: ['missing'] },
    `${STORY}\n\n⟦Not a recommendation to buy or sell.⟧\n\n> The author has no position in any company mentioned.`,
    `${STORY}\n\n“I own no shares in Norland,” Pell said.\n\n⟦Not a recommendation to buy or sell.⟧`,
  ],
  'worth nothing': [
    { story: `${STORY}\n\n⟦The author has securities or affiliations related to the organizations discussed.⟧`, messages: ['unsound'] },
    { story: `${STORY}\n\n⟦The author may hold positions in the companies mentioned.⟧`, messages: ['unsound'] },
    `${STORY}\n\n⟦The author does not plan to buy shares of Norland this week.⟧`,
    `${STORY}\n\n⟦It is not true that the author has no position in Norland.⟧`,
    `${STORY}\n\n⟦The author has no position in [TICKER].⟧`,
    `${STORY}\n\n~~⟦The author has no position in the companies mentioned.⟧~~ Not a recommendation to buy or sell.`,
    `${STORY}\n\n⟦The author holds no more than 1% of any company mentioned.⟧`,
  ],
  'stated': [
    `${STORY}\n\nThe author has no securities or affiliations related to the organizations discussed.`,
    `${STORY}\n\nThe author owns 300 shares of Norland.`,
    `${STORY}\n\nNo shares of the companies named are held by the writer.`,
    `${STORY}\n\nDisclosure: none.`,
    `${STORY}\n\nI am long NRLD.`,
    `${STORY}\n\nNeither of the authors has a stake in Norland.`,
    `${STORY}\n\nTHE WRITER OWNS NO SHARES IN ANY COMPANY NAMED.`,
    `${STORY}\n\n- Holdings: none\n- Licenses: none`,
  ],
})
