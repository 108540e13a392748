import { table } from '../support/table.ts'

table('general-advice-elements', {
  reported: [
    '# Banks\n\n⟦Retirees should buy⟧ bank shares now.',
  ],
  'left alone': [
    '# Banks\n\nRetirees should buy bank shares now.\n\nThis is general advice that does not take account of your objectives, financial situation or needs. Consider whether it is appropriate for you.',
    '# Banks\n\nBank shares rose, the exchange said.',
  ],
})
