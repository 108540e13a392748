import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('license-statement', {
  'missing': [
    `${STORY}\n\nNot a recommendation to buy or sell. ⟦Always do additional research and consult a professional before purchasing a security.⟧`,
    `${STORY}\n\nThe broker holds no license, the regulator said.\n\n⟦Not a recommendation to buy or sell.⟧`,
    `${STORY}\n\n⟦Ask a licensed adviser before you buy.⟧`,
    `${STORY}\n\n⟦I am not a financial adviser; not a recommendation to trade.⟧`,
  ],
  'worth nothing': [
    { story: `${STORY}\n\n⟦The author holds licenses.⟧`, messages: ['unsound'] },
    `${STORY}\n\n⟦The author may hold a license.⟧`,
  ],
  'stated': [
    `${STORY}\n\nThe author holds no licenses.`,
    `${STORY}\n\nThe writer is not registered with any regulator.`,
    `${STORY}\n\nI am unlicensed.`,
    `${STORY}\n\nKettle Ltd is authorised and regulated by the conduct authority.`,
    `${STORY}\n\nThe author has no postion in the stock and holds no liscences.`,
  ],
})
