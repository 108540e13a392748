import { table } from '../support/table.ts'

table('promissory-language', {
  reported: [
    '# A fund\n\nThe fund offers ⟦guaranteed returns⟧ every month.',
    '# A share\n\nYou ⟦can’t lose⟧ with Norland shares at this price.',
    'The token $MOON is easy to stake.\n\nStaking pays a ⟦guaranteed 24%⟧ a year.',
    'The token $MOON is ⟦about to 10x⟧ this week.',
  ],
  'left alone': [
    '# A fund\n\nThe fund promised guaranteed returns, prosecutors said.',
    '# A fund\n\n“You can’t lose,” the man told his victims.',
    '# A fund\n\nThe token $MOON rose. The man had offered a guaranteed 24% a year, prosecutors said.',
    '# Savings\n\nThe bank (NYSE: VAL) pays a guaranteed 4% a year on deposits of twelve months.',
    '# A fund\n\nThere are no guaranteed returns.',
    '# Rates\n\nThe risk-free rate rose, the central bank said.',
    '# Norland\n\nThe share trades at 10x earnings, the exchange said.',
    '# Norland\n\nNorland will double its workforce, it said.',
  ],
})
