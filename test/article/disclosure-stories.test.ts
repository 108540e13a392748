import { describe, expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'

/** Stories whose sentences sound like disclosures and are none: what somebody holds, was paid, is told or says of past returns. */
const stories = [
  `Orchard Bank settles with watchdog over newsletter fees

By Nell Garrow

Orchard Bank agreed on Tuesday to pay $14 million to settle claims that its research unit praised shares its traders owned.

The regulator said the bank's analysts held positions in nine of the companies they covered and did not disclose them.

“We do not own shares in the companies we cover today,” a spokesman said. He declined to say whether staff may trade in future.

The bank neither admitted nor denied the findings. It holds licences in eleven countries.

In one note, the bank told clients that past performance was no guide to future returns while hiding losses of $3 million.

Its chief executive owns 212,000 shares of the bank and has no other business interests, according to the proxy statement.

Clients were told to consult a financial adviser before buying the notes, the order says. Few did.

The company is not registered with the commission in Utah and has no affiliation with Orchard Credit Union.

Investors could lose all of their money if the bank fails to meet the terms of the deal.`,
  `Tamber Mining shares jump after drill result

VANCOUVER, March 3 (Ticker) -

Tamber Mining rose 31% on Monday after the company reported 14 grams of gold a ton at its Ridge project.

The company paid a promoter $40,000 last year for marketing services, filings show.

The company is well funded, with C$6 million in the bank, and does not plan to issue shares this year.

Chief executive Lou Dent owns 4.1% of the stock and has no plans to sell.

Directors may buy or sell at any time outside blackout periods, the company's policy says.

“I own a lot of this stock and I'm not selling,” Dent said.

Two brokers recommend buying the shares; one has a hold rating with a target of C$2.

The company has no debt and no hedges, and holds a mining licence until 2041.

Tamber was sponsored for its listing by Gable Securities, which received 200,000 warrants as compensation.`,
  `Why I stopped trusting my broker

I opened an account in March. My broker held my shares in its own name, and I did not know it.

My father owned shares of the same company for thirty years. We never sold one.

The advice I got was free, and it was not investment advice, the broker's lawyer later said.

I asked whether the adviser was paid to sell me the fund. She said she was paid nothing by the fund company.

We have a relationship with a bank that goes back to 1972. My employer pays me through it.

I do my own research now. You should read every page of a prospectus, and ask what it leaves out.

According to the filing, the fund held no position in cash at the end of the quarter.

I was paid $2,140 when the case was settled. My neighbour got nothing.

None of my friends owns shares any more.`,
  `Ostrey buys Pallister in $2.1 billion deal

Ostrey Foods will buy Pallister Group for $2.1 billion in cash and stock, the companies said on Monday.

Pallister's founder, the author of two books on retailing, holds 18% of the shares and supports the deal.

Ostrey has no stake in Pallister. The two companies have no business relationship, they said.

The offer is not subject to financing. Holders who do nothing will receive cash.

The deal is subject to approval by regulators and is expected to close in May.

Goldvale Securities is advising Ostrey and Kettle & Co. is advising Pallister. Kettle has been paid $4 million so far.

Shareholders should seek advice from an independent adviser, Pallister's board said in a statement.

Forward-looking statements in the release are subject to risks, Ostrey said.

Ostrey is a unit of Larkhill Group, which also owns the Gridnews website.`,
  `Crypto lender's fall leaves savers with nothing

The lender held $900 million of customers' coins when it froze withdrawals in May.

Its terms said that deposits were not insured and that users could lose everything.

“Not financial advice, but I'm all in,” its founder wrote on the day before the freeze.

He holds no licence to lend in any state, the complaint says. The company was never registered.

The founder and the editor of a crypto newsletter owned tokens that they promoted, prosecutors said.

Do your own research, the industry likes to say. It is not enough.

Regulators warn that crypto is volatile. The risk of loss is high.

The trustee has no position on the claim. The court will hear it in June.

Savers can talk to a lawyer at no cost, the state's consumer office said.`,
  `The week ahead: rates, jobs and a chip maker's results

Investors hold more cash than at any time since 2011, a survey by Larkhill found.

We expect the central bank to hold rates at 3.5%. Our view has not changed since May.

The chip maker has no exposure to the memory market, and its shares are up 41% this year.

Funds are short of the stock: 12% of it is on loan.

Analysts' forecasts may prove wrong. The average estimate is for sales of $4.2 billion.

I own a house, a car and no shares, the finance minister joked.

The data come from company filings and exchange records.

Past winners have tended to lag: the best ten stocks of 2025 fell 8% in the following year.

All prices as of Friday's close.`,
  `Pension fund sells tobacco

The county pension fund sold its last shares of three tobacco makers, worth $88 million, its board said on Friday.

The fund no longer holds any tobacco stocks. It still owns bonds of one maker until 2028.

Trustees said the move was not a recommendation to other funds.

The fund's adviser, which is paid a flat fee of $300,000 a year, had no conflict of interest, the board said.

The fund has relationships with 41 managers and is independent of the county.

Its policy does not allow staff to own shares in companies it invests in.

Members were asked to do their own sums before choosing a plan.

Critics say the fund was paid to make the switch by campaigners. It denies that.

The authors of the report hold no shares of tobacco companies, the university said.`,
  `A founder's fortune in six charts

Dana Voss is not licensed to practise law, but she argues like a lawyer.

She owns 31% of Crestline, the company she started in 2009, and holds no other shares.

Voss was paid $1 in salary last year. The company paid $310,000 for her security.

Her husband works for a supplier. Neither of them has sold a share since the listing.

Writers who profile her are told that nothing she says is advice.

Her foundation gets its money from the company and has no ties to any party.

“The author of that piece was paid by a rival,” she says of one critic.

She does not give interviews about money. We asked four times.

The information in this story comes from filings, court records and interviews with 22 people.`,
]

describe('stories that sound like disclosures', () => {
  test.each(stories.map((story) => [story.split('\n', 1)[0]!, story]))('%s', (_, story) => {
    const found = read(story, 'story.txt').disclosures.filter(({ element }) => element !== 'sources')
    expect(found.map(({ element, sentence }) => `${element}: ${sentence.text}`)).toEqual([])
  })
})
