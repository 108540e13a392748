import { serve } from '@hono/node-server'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskGate, OPEN, TOKENS } from './desk-gate.ts'

const BROWSER = '/usr/bin/chromium'
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = process.env['FINEPRINT_SHOTS']
if (!existsSync(BROWSER)) console.log('chromium is not installed here: the desk is not tried in a browser (apt-get install chromium)')

describe.runIf(existsSync(BROWSER))('the review desk in a browser', () => {
  const desk = deskGate()
  const faults: string[] = []
  let server: Server
  let browser: Browser
  let url: string

  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server = serve({ fetch: desk.gate.fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false }, () => resolve()) as Server
    })
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await desk.store.close()
  })

  async function logIn(token: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    page.on('console', (message) => message.type() === 'error' && !/status of 40/u.test(message.text()) && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${url}/desk`)
    await page.getByLabel('Your token').fill(token)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.waitForURL(`${url}/desk`)
    return page
  }
  async function shot(page: Page, name: string): Promise<void> {
    if (!shots) return
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
  }

  test('shows what waits, draws lines from figures to sources, and takes a waiver through two people', async () => {
    await desk.judge(OPEN)
    await desk.judge({ fields: { title: 'Norland counts <b>ships</b>', body: '<p>Some 310 ships left port in May.</p><ul><li>A second point.</li></ul>' } }, 'a2')
    const ines = await logIn(TOKENS.ines)
    await shot(ines, 'queue')
    await ines.getByRole('link', { name: 'daily/a1' }).click()
    expect(await ines.locator('.fig.st-unattributed').first().textContent()).toContain('4,200')
    const sourced = ines.locator('.fig.st-attributed').first()
    expect(await ines.locator('#lines path').count()).toBe(0)
    await sourced.focus()
    expect(await ines.locator('#lines path').count()).toBe(1)
    expect(await ines.locator('.lit-source').textContent()).toContain('statistics office')
    await shot(ines, 'article')

    await ines.getByRole('checkbox', { name: 'statistic-attribution' }).check()
    await ines.getByLabel('Reason, for this text only').fill('The minister said it to us.')
    await ines.getByRole('button', { name: 'Ask for the waiver' }).click()
    await ines.getByText('Somebody else decides on it').waitFor()
    expect(await ines.getByRole('button', { name: 'Approve' }).count()).toBe(0)

    const omar = await logIn(TOKENS.omar)
    await omar.goto(`${url}/desk/article?name=daily%2Fa1`)
    await omar.getByLabel('Why').fill('Seen the notes.')
    await omar.getByRole('button', { name: 'Approve' }).click()
    await omar.getByText('The decision is recorded').waitFor()
    await shot(omar, 'decided')
    expect((await desk.judge(OPEN)).verdict).toBe('pass')

    await omar.getByRole('link', { name: 'Records' }).click()
    await omar.getByLabel('Verdict').fill('hold')
    await omar.getByRole('button', { name: 'Search' }).click()
    expect(await omar.locator('tbody tr').count()).toBe(2)
    await shot(omar, 'records')
    await omar.getByRole('link', { name: 'Numbers' }).click()
    expect(await omar.locator('svg.plot rect.v-hold').count()).toBe(1)
    await shot(omar, 'numbers')
    expect(faults).toEqual([])
  })

  test('can be used by the keyboard alone, has a name for every control, and fits a phone', async () => {
    await desk.judge(OPEN, 'a3')
    const page = await logIn(TOKENS.ines)
    await page.goto(`${url}/desk/article?name=daily%2Fa3`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content')
    const unnamed = await page.evaluate(`[...document.querySelectorAll('input:not([type=hidden]), textarea, select, button')]
      .filter((e) => !e.labels?.length && !e.textContent.trim() && !e.getAttribute('aria-label')).map((e) => e.outerHTML)`)
    expect(unnamed).toEqual([])
    await page.setViewportSize({ width: 375, height: 800 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375)
    await shot(page, 'phone')
    expect(faults).toEqual([])
  })

  test.each(['light', 'dark'] as const)('has no fault that axe-core knows of, on any page, %s', async (colorScheme) => {
    const article = `a-${colorScheme}`
    const { receipt } = await desk.judge(OPEN, article)
    const page = await logIn(TOKENS.ines)
    await page.emulateMedia({ colorScheme })
    await page.goto(`${url}/desk/article?name=daily%2F${article}`)
    await page.getByRole('checkbox', { name: 'statistic-attribution' }).check()
    await page.getByLabel('Reason, for this text only').fill('The minister said it to us.')
    await page.getByRole('checkbox', { name: /^Emergency/u }).check()
    await page.getByRole('button', { name: 'Ask for the waiver' }).click()
    await page.getByText('Somebody else decides on it').waitFor()
    const omar = await logIn(TOKENS.omar)
    await omar.emulateMedia({ colorScheme })
    const found: object[] = []
    for (const path of ['/desk', `/desk/article?name=daily%2F${article}`, '/desk/records', '/desk/records?rule=nothing', `/desk/record?seq=${receipt.seq}`, '/desk/numbers', '/desk/record?seq=999', '/desk/login']) {
      await omar.goto(url + path)
      await omar.evaluate(AXE)
      const { violations } = await omar.evaluate('axe.run(document, { resultTypes: ["violations"] })') as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
      for (const { id, nodes } of violations) for (const { html, failureSummary } of nodes) found.push({ path, id, html: html.slice(0, 200), why: failureSummary })
      await shot(omar, `${colorScheme}${path.replace(/\W+/gu, '-')}`)
    }
    expect(found).toEqual([])
  })
})
