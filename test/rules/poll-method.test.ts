import { table } from '../support/table.ts'

table('poll-method', {
  reported: [
    '# Mood\n\nIn a ⟦poll⟧ 61% were against the tax.',
  ],
  'left alone': [
    '# Mood\n\nIn a poll of 1,200 adults taken in March 61% were against the tax.',
    '# Mood\n\nThe poll opens at eight.',
  ],
})
