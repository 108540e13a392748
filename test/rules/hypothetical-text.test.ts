import { table } from '../support/table.ts'

table('hypothetical-text', {
  reported: [
    '# Corn\n\nOur model of corn futures made 38% a year in ⟦back-tests⟧.',
  ],
  'left alone': [
    '# Corn\n\nCorn futures rose 3% on Monday, the exchange said.',
    '# Corn\n\nOur model of corn futures made 38% a year in back-tests.\n\nThese results are based on simulated or hypothetical performance results that have certain inherent limitations. Unlike the results shown in an actual performance record, these results do not represent actual trading. Also, because these trades have not actually been executed, these results may have under-or over-compensated for the impact, if any, of certain market factors, such as lack of liquidity. Simulated or hypothetical trading programs in general are also subject to the fact that they are designed with the benefit of hindsight. No representation is being made that any account will or is likely to achieve profits or losses similar to these being shown.',
  ],
})
