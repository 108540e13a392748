import { table } from '../support/table.ts'

table('mica-contacts', {
  reported: [
    '# Bluecoin\n\nBluecoin, a ⟦crypto-asset⟧, is on sale from Monday.',
  ],
  'left alone': [
    '# Bluecoin\n\nBluecoin, a crypto-asset, is on sale from Monday. White paper: www.bluecoin.example. Telephone +49 30 5550 1234, email ask@bluecoin.example.',
    '# Steel\n\nNorland Steel opened a mill.',
  ],
})
