import { table } from '../support/table.ts'

table('disclosure-legible', {
  reported: [
    { story: '<h1>Kestrel drills again</h1><p>The company drilled twelve holes.</p><p class="fine-print">⟦The author holds no shares of the companies mentioned.⟧</p>', path: 'story.html' },
  ],
  'left alone': [
    { story: '<h1>Kestrel drills again</h1><p>The company drilled twelve holes.</p><p>The author holds no shares of the companies mentioned.</p>', path: 'story.html' },
    { story: '<h1>Kestrel drills again</h1><p class="fine-print">Photo by the company.</p>', path: 'story.html' },
  ],
})
