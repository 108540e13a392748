import { table } from '../support/table.ts'

table('vague-source', {
  'nobody in particular': [
    '⟦Experts⟧ say the merger will hurt small suppliers.',
    '⟦Some analysts⟧ believe the chain will close its smallest shops.',
    'The chain will close its smallest shops, ⟦observers⟧ said.',
    '⟦Wall Street⟧ expects the chain to close its smallest shops.',
  ],
  'somebody': [
    'Dana Ortiz, who follows the company at Larkfield Research, said the merger will hurt small suppliers.',
    'Officials at the ports authority said traffic fell.',
    'People familiar with the matter said the talks had stalled.',
    'The company said its smallest shops would close.',
    'Analysts at Larkfield Research said the chain would close its smallest shops.',
  ],
  'reported at the figure instead': ['Economists expect output to shrink by 0.4% in the spring.'],
})
