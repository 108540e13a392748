import { definePreset } from './define.ts'

export default definePreset({
  summary: 'Research of a broker under United States rules',
  audience: 'Member firms of FINRA that publish research; state `content_type: research`',
  cannotCheck: [
    'holdings against the thresholds',
    'sincerity',
    'balance as a whole',
  ],
  rules: {
    // The set of disclosures that research carries.
    'analyst-certification': ['error', { provisions: ['us-reg-ac'] }],
    'interest-threshold-set': ['error', { provisions: ['us-finra-2241'] }],
    'target-complete': ['error', { provisions: ['us-finra-2241'] }],
    'holdings-scope': ['warn', { provisions: ['us-finra-2241'] }],
    // Communications with the public.
    'promissory-language': ['error', { provisions: ['us-finra-2210'] }],
    'testimonial-labels': ['error', { provisions: ['us-finra-2210'] }],
    'past-perf-warning': ['warn', { provisions: ['us-finra-2210'] }],
    'past-perf-period': ['warn', { provisions: ['us-finra-2210'] }],
    'forecast-labelled': ['warn', { provisions: ['us-finra-2210'] }],
  },
})
