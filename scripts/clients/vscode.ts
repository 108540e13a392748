import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inVsCode, SQUIGGLE } from './code-server.ts'
import { expectThat, fresh, root } from './place.ts'

const STORY = `# The yard fills up

Among pupils at the gate 😀 some 40% skip lunch.

Norland Freight said on Tuesday that revenue rose 12% to $482 million.

Experts say rates will climb.
`

/** Our own extension in VS Code: squiggles under their words, Problems, a waiver, a suggestion, the list of figures; screenshots of each. */
export async function vscode(): Promise<string> {
  execFileSync('npx', ['tsx', 'scripts/package-vscode.ts'], { cwd: root, stdio: 'ignore' })
  const extension = readdirSync(join(root, 'editors/vscode')).filter((name) => name.endsWith('.vsix')).map((name) => join(root, 'editors/vscode', name))[0]!
  const project = join(fresh('vscode-project'), 'news')
  mkdirSync(project)
  writeFileSync(join(project, 'article.md'), STORY)
  writeFileSync(join(project, 'fineprint.config.json'), '{ "preset": "recommended" }\n')
  return inVsCode({ name: 'vscode', extensions: [extension], project }, async ({ page, open, shot, problems, squiggled, caretOn, choose, saved }) => {
    await open('article.md')
    await squiggled('40%')
    const listed = await problems('1-squiggle-problems')
    expectThat(listed.some((row) => row.includes('`40%` has no source')), `the Problems panel lists no 40%: ${listed.join(' | ')}`)

    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="fineprint"]') }).first().click()
    await page.waitForSelector('.pane-body .monaco-list-row:has-text("40%")', { timeout: 20_000 })
    await page.waitForTimeout(500)
    const status = await page.locator('.statusbar-item', { hasText: 'without source' }).first().textContent()
    expectThat(status?.includes('1 figure without source') === true, `the status item says ${status}`)
    await shot('2-ledger')

    await caretOn('40%')
    await choose('Waive statistic-attribution here', '3-quick-fixes')
    await page.waitForSelector('.quick-input-widget input', { timeout: 20_000 })
    await page.keyboard.type('counted by the reporter at the gate')
    await shot('4-waiver-reason')
    await page.keyboard.press('Enter')
    await saved('article.md', (text) => text.includes('<!-- fineprint-waive statistic-attribution -- counted by the reporter at the gate -->\nAmong pupils'), 'no waiver was written')
    await page.waitForSelector('.monaco-editor .squiggly-error', { state: 'detached', timeout: 20_000 })
    await shot('5-waived')

    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n## Teachers\n\nNearly 7% of teachers skip it too.')
    await page.waitForSelector('.monaco-editor .squiggly-error', { timeout: 20_000 })
    await caretOn('7%')
    await choose('Mark for a source', '6-suggestion')
    await saved('article.md', (text) => text.includes('Nearly 7% ') && text.includes('source?'), 'the suggestion was not applied')
    await page.waitForSelector(SQUIGGLE)
    await page.waitForTimeout(500)
    await shot('7-suggestion-applied')
    return 'squiggle, Problems, list of figures, waiver with its reason, suggestion'
  })
}
