import { table } from '../support/table.ts'

table('waiver', {
  'in order': [
    '<!-- fineprint-waive statistic-attribution -- counted by the reporter at the gate -->\n\nThe queue was 40% longer.',
    '<!-- fineprint-waive statistic-attribution, vague-source until=2031-01-31 by="Copy desk" -- counted at the gate -->\n\nThe queue was 40% longer.',
    '<!-- a note to the editor: fineprint-waive is not needed here -->\n\nThe queue was 40% longer.',
  ],
  'no rule or none that exists': [
    { story: '⟦<!-- fineprint-waive -- counted at the gate -->⟧\n\nThe queue grew.', messages: ['unnamed'] },
    { story: '⟦<!-- fineprint-waive statistic-atribution -- counted at the gate -->⟧\n\nThe queue grew.', messages: ['unknown'] },
    { story: '⟦<!-- fineprint-waive-file statistics -- counted at the gate -->⟧\n\nThe queue grew.', messages: ['unknown'] },
  ],
  'what it owes': [
    { story: '⟦<!-- fineprint-waive vague-source -->⟧\n\nThe queue grew.', messages: ['reason'] },
    { story: '⟦<!-- fineprint-waive vague-source -- -->⟧\n\nThe queue grew.', messages: ['reason'] },
    { story: '<!-- fineprint-waive vague-source -->\n\nThe queue grew.', options: { reason: 'optional' } },
    { story: '⟦<!-- fineprint-waive vague-source -- a general view -->⟧\n\nThe queue grew.', options: { approver: 'required' }, messages: ['approver'] },
    { story: '<!-- fineprint-waive vague-source by=desk -- a general view -->\n\nThe queue grew.', options: { approver: 'required' } },
    { story: '⟦<!-- fineprint-waive vague-source -- a general view -->⟧\n\nThe queue grew.', options: { expiry: 'required' }, messages: ['expiry'] },
    { story: '⟦<!-- fineprint-waive vague-source until=soon -- a general view -->⟧\n\nThe queue grew.', messages: ['date'] },
    { story: '⟦<!-- fineprint-waive vague-source until=2031-02-30 -- a general view -->⟧\n\nThe queue grew.', messages: ['date'] },
  ],
})
