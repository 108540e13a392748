import { table } from '../support/table.ts'

const STORY = 'Norland Corp. plans to build a second smelter near Arden, the company said.'

table('sources-statement', {
  'missing': [
    `${STORY}\n\n⟦The author has no securities or affiliations related to the organizations discussed.⟧`,
    `${STORY}\n\nSources familiar with the plan said it may change.\n\n⟦Not a recommendation to buy or sell.⟧`,
  ],
  'stated': [
    `${STORY}\n\nInformation for this story was found via the sources and companies mentioned.`,
    `${STORY}\n\nSources: company filings and the exchange.`,
    `${STORY}\n\nThis article is based on public filings.`,
    `${STORY}\n\nDetails in this report come from the companies named.`,
    `${STORY}\n\nThe figures above were taken from the annual report.`,
  ],
})
