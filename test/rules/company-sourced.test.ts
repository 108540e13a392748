import { table } from '../support/table.ts'

table('company-sourced', {
  reported: [
    '# A mill\n\nNorland Steel ⟦is pleased to announce⟧ a mill in Vale.',
  ],
  'left alone': [
    '# A mill\n\nNorland Steel said it was “pleased to announce” a mill in Vale.',
    '# A mill\n\nNorland Steel will open a mill in Vale, according to the company.',
    '---\ncontent_type: press-release\n---\n\n# A mill\n\nNorland Steel is pleased to announce a mill in Vale.',
  ],
})
