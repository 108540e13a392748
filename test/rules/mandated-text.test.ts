import { table } from '../support/table.ts'

table('mandated-text', {
  reported: [
    { story: '# ⟦A token⟧\n\nThe token sale of Bluecoin, a crypto-asset, opens on Monday.', options: {'provisions': ['uk-cobs-412A-crypto']} },
    { story: '# A token\n\n⟦Don’t invest unless you’re prepared to lose all the money you invest. This is a high-risk investment and you are unlikely to be protected if something goes wrong. Take 2 mins to learn more.⟧\n\nThe token sale of Bluecoin, a crypto-asset, opens on Monday.', options: {'provisions': ['uk-cobs-412A-crypto']} },
    { story: '# Steel\n\n⟦Investments in securities markets are subject to market risks. Read all the related documents carefully before investing.⟧', options: {'provisions': ['in-sebi-adcode']} },
  ],
  'left alone': [
    { story: '# A token\n\nDon’t invest unless you’re prepared to lose all the money you invest. This is a high-risk investment and you should not expect to be protected if something goes wrong. Take 2 mins to learn more.\n\nThe token sale of Bluecoin, a crypto-asset, opens on Monday.', options: {'provisions': ['uk-cobs-412A-crypto']} },
    { story: '# Steel\n\nInvestment in securities market are subject to market risks. Read all the related documents carefully before investing.', options: {'provisions': ['in-sebi-adcode']} },
    { story: '# Steel\n\nNorland Steel opened a mill.', options: {'provisions': ['uk-cobs-412A-crypto']} },
  ],
})
