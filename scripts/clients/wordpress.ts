import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { freePort } from '../../test/adapters/gate/private-postgres.ts'
import { answers, clientGate, OPEN, SECRET, SOURCED, start } from './gate.ts'
import { expectThat, fresh, need, root, scratch, Skipped } from './place.ts'

const paragraph = (text: string) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`
const FIRST = paragraph('Talks on the border went on.')

interface Site { readonly version: string; readonly user: string; readonly password: string; readonly appPassword: string }

/** Debian's WordPress with the plugin: REST and the block editor refuse an article with an open figure, and publish the corrected one. */
export async function wordpress(): Promise<string> {
  need(['php', 'mariadbd'], ['php-cli', 'php-mysql', 'php-xml', 'php-mbstring', 'php-curl', 'php-gd', 'php-intl', 'mariadb-server'])
  if (!existsSync('/usr/share/wordpress/wp-load.php')) need(['wordpress-is-missing'], ['wordpress', 'wordpress-theme-twentytwentythree', 'webfs', 'php8.2-cgi'])
  if (!existsSync('/usr/share/wordpress/wp-load.php')) throw new Skipped('WordPress is not installed (apt-get install wordpress wordpress-theme-twentytwentythree webfs php8.2-cgi)')
  const gate = await clientGate()
  const folder = fresh('wordpress')
  const stops: (() => void)[] = [gate.stop, () => rmSync(folder, { recursive: true, force: true })]
  try {
    const [dbPort, port] = [await freePort(), await freePort()]
    stops.unshift(await mariadb(folder, dbPort))
    const site = install(folder, port, dbPort, gate.url)
    const php = start('php', ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', join(folder, 'site'), join(folder, 'router.php')], folder, { PHP_CLI_SERVER_WORKERS: '4' })
    stops.unshift(php.stop)
    const url = `http://127.0.0.1:${port}`
    await answers(`${url}/wp-json/`, 30, php.said)
    const rest = await overRest(url, site)
    const editor = await inEditor(url, site)
    const records = await gate.records()
    expectThat(records.some((r) => r.kind === 'published' && r.verdict === 'none'), 'what was published was not reported')
    return `WordPress ${site.version}: ${rest}; ${editor}; ${records.length} records`
  } finally {
    for (const stop of stops) stop()
  }
}

async function mariadb(folder: string, port: number): Promise<() => void> {
  const data = join(folder, 'data')
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim()
  execFileSync('mariadb-install-db', ['--no-defaults', `--user=${user}`, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'], { stdio: 'ignore' })
  const socket = join(folder, 's.sock')
  const server = start('mariadbd', ['--no-defaults', `--user=${user}`, `--datadir=${data}`, `--socket=${socket}`, '--bind-address=127.0.0.1', `--port=${port}`, '--skip-name-resolve', '--innodb-buffer-pool-size=64M', '--performance-schema=0'], folder)
  const sql = 'CREATE DATABASE wp CHARACTER SET utf8mb4; CREATE USER wp@127.0.0.1 IDENTIFIED BY "wp"; GRANT ALL ON wp.* TO wp@127.0.0.1'
  for (let i = 0; ; i++) {
    try {
      execFileSync('mariadb', ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-e', sql], { stdio: 'ignore' })
      return server.stop
    } catch (error) {
      if (i > 80) throw new Error(`MariaDB did not start: ${server.said()}`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

function install(folder: string, port: number, dbPort: number, gate: string): Site {
  const site = join(folder, 'site')
  // Debian's package is full of links into other packages.
  cpSync('/usr/share/wordpress', site, { recursive: true, dereference: true, filter: (path) => !/\/(?:wp-config\.php|\.htaccess)$/u.test(path) && existsSync(path) })
  mkdirSync(join(site, 'wp-content', 'uploads'), { recursive: true })
  cpSync(join(root, 'integrations', 'wordpress', 'fineprint-gate'), join(site, 'wp-content', 'plugins', 'fineprint-gate'), { recursive: true })
  const keys = ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT']
  writeFileSync(join(site, 'wp-config.php'), `<?php
define('DB_NAME', 'wp'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp'); define('DB_HOST', '127.0.0.1:${dbPort}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
${keys.map((key) => `define('${key}', 'only-for-a-loopback-test-${key}');`).join(' ')}
define('WP_HOME', 'http://127.0.0.1:${port}'); define('WP_SITEURL', 'http://127.0.0.1:${port}'); define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('WP_ACCESSIBLE_HOSTS', '127.0.0.1'); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true); define('WP_DEBUG_DISPLAY', false);
define('FINEPRINT_GATE_URL', '${gate}'); define('FINEPRINT_GATE_SECRET', '${SECRET}');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', __DIR__ . '/'); }
require_once ABSPATH . 'wp-settings.php';
`)
  writeFileSync(join(folder, 'router.php'), `<?php
$root = $_SERVER['DOCUMENT_ROOT']; $path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if ($path !== '/' && is_dir($root . $path) && is_file($root . rtrim($path, '/') . '/index.php')) $path = rtrim($path, '/') . '/index.php';
if ($path !== '/' && is_file($root . $path)) {
  if (substr($path, -4) !== '.php') return false;
  $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path; $_SERVER['SCRIPT_FILENAME'] = $root . $path; chdir(dirname($root . $path)); require $root . $path; return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php'; chdir($root); require $root . '/index.php';
`)
  writeFileSync(join(folder, 'install.php'), `<?php
[$_, $root, $host] = $argv; define('WP_INSTALLING', true);
foreach (['HTTP_HOST' => $host, 'SERVER_NAME' => '127.0.0.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET', 'SERVER_PROTOCOL' => 'HTTP/1.1'] as $k => $v) $_SERVER[$k] = $v;
require $root . '/wp-load.php'; require_once ABSPATH . 'wp-admin/includes/upgrade.php'; require_once ABSPATH . 'wp-admin/includes/plugin.php';
add_filter('pre_wp_mail', '__return_true');
wp_install('Newsroom', 'admin', 'admin@example.org', false, '', 'admin-pass');
update_option('show_avatars', 0); update_option('permalink_structure', '/%postname%/'); flush_rewrite_rules(false);
update_option('active_plugins', ['fineprint-gate/fineprint-gate.php']);
$id = wp_create_user('editor', 'editor-pass', 'editor@example.org'); (new WP_User($id))->set_role('editor');
[$app] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'fineprint']);
update_user_meta($id, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false, 'fullscreenMode' => true, 'isPublishSidebarEnabled' => true], '_modified' => gmdate('c')]);
echo "\\n", json_encode(['version' => get_bloginfo('version'), 'user' => 'editor', 'password' => 'editor-pass', 'appPassword' => $app]);
`)
  const said = execFileSync('php', ['-d', 'display_errors=stderr', join(folder, 'install.php'), site, `127.0.0.1:${port}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  return JSON.parse(said.trim().split('\n').at(-1)!) as Site
}

const basic = ({ user, appPassword }: Site) => `Basic ${Buffer.from(`${user}:${appPassword}`).toString('base64')}`

async function call(url: string, site: Site, path: string, body?: object): Promise<{ status: number; body: any }> {
  const response = await fetch(url + path, { method: body ? 'POST' : 'GET', headers: { authorization: basic(site), 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })
  return { status: response.status, body: await response.json() }
}

async function overRest(url: string, site: Site): Promise<string> {
  const posts = '/wp-json/wp/v2/posts'
  const bad = `${FIRST}\n\n${paragraph(OPEN)}`
  const good = `${FIRST}\n\n${paragraph(SOURCED)}`
  const draft = await call(url, site, posts, { title: 'Border talks', content: bad, status: 'draft' })
  expectThat(draft.status === 201, `a draft was refused: ${draft.status}`)
  const at = `${posts}/${draft.body.id}`
  for (const [what, path, body] of [
    ['publishing', at, { status: 'publish' }], ['scheduling', at, { status: 'future', date: '2099-01-01T00:00:00' }], ['a new post', posts, { title: 'x', content: bad, status: 'publish' }],
  ] as const) {
    const refused = await call(url, site, path, body)
    expectThat(refused.status === 422 && refused.body.data.findings[0].rule === 'statistic-attribution', `${what} was not refused: ${refused.status} ${JSON.stringify(refused.body).slice(0, 300)}`)
    const { start: from, end, field } = refused.body.data.findings[0].place
    expectThat(field === 'content' && bad.slice(from, end).includes('4,200'), `${what}: the place is wrong`)
  }
  const out = await call(url, site, at, { content: good, status: 'publish' })
  expectThat(out.status === 200 && out.body.status === 'publish', `the corrected post was not published: ${out.status}`)
  expectThat((await call(url, site, at, { content: bad })).status === 422, 'a published post could be edited into a bad one')
  const value = (name: string, text: string) => `<member><name>${name}</name><value>${text}</value></member>`
  const xml = await fetch(`${url}/xmlrpc.php`, { method: 'POST', body: `<?xml version="1.0"?><methodCall><methodName>wp.newPost</methodName><params><param><value><int>1</int></value></param><param><value>editor</value></param><param><value>${site.password}</value></param><param><value><struct>${value('post_title', 'x')}${value('post_status', 'publish')}${value('post_content', OPEN)}</struct></value></param></params></methodCall>` })
  const id = /<string>(\d+)<\/string>/u.exec(await xml.text())?.[1]
  const pending = await call(url, site, `${posts}/${id}?context=edit`)
  expectThat(pending.body.status === 'pending', `XML-RPC ended as ${pending.body.status}`)
  return 'REST refuses (publish, schedule, create, edit) and publishes the corrected post, XML-RPC ends as pending'
}

async function inEditor(url: string, site: Site): Promise<string> {
  if (!existsSync('/usr/bin/chromium')) return 'the block editor was not tried: chromium is not installed'
  const draft = await call(url, site, '/wp-json/wp/v2/posts', { title: 'Border talks', content: `${FIRST}\n\n${paragraph(OPEN)}`, status: 'draft' })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
  const shots = join(scratch, 'screenshots')
  mkdirSync(shots, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  try {
    await page.route((u) => u.hostname !== '127.0.0.1' && /^https?:$/u.test(u.protocol), (route) => route.abort())
    await page.goto(`${url}/wp-login.php`)
    await page.fill('#user_login', site.user)
    await page.fill('#user_pass', site.password)
    await page.click('#wp-submit')
    await page.waitForURL(/wp-admin/u)
    await page.goto(`${url}/wp-admin/post.php?post=${draft.body.id}&action=edit`)
    await page.waitForSelector('.editor-post-publish-panel__toggle:not([aria-disabled="true"])', { timeout: 90_000 })
    await page.click('.editor-post-publish-panel__toggle')
    const finding = page.locator('.fineprint-findings button').first()
    await finding.waitFor({ timeout: 30_000 })
    const button = page.locator('.editor-post-publish-panel__header-publish-button button.editor-post-publish-button')
    await page.waitForFunction('wp.data.select("core/editor").isPostSavingLocked()')
    expectThat((await button.getAttribute('aria-disabled')) === 'true', 'the button is not locked')
    await finding.click()
    const chosen = await page.evaluate('wp.data.select("core/block-editor").getSelectedBlock()?.attributes.content + ""')
    expectThat(String(chosen).includes('4,200'), `the finding goes to another block: ${String(chosen)}`)
    await page.screenshot({ path: join(shots, 'wordpress-held.png') })
    // Whoever takes the lock away meets the server.
    await page.evaluate('wp.data.dispatch("core/editor").unlockPostSaving("fineprint-gate"); wp.data.dispatch("core/editor").editPost({ status: "publish" }); wp.data.dispatch("core/editor").savePost()')
    await page.waitForSelector('.components-notice.is-error', { timeout: 30_000 })
    expectThat(((await page.textContent('.components-notice.is-error')) ?? '').includes('Fineprint holds this post back'), 'the refusal is not shown')
    await page.evaluate(`(() => { const b = wp.data.select('core/block-editor').getBlocks()[1]; wp.data.dispatch('core/block-editor').updateBlockAttributes(b.clientId, { content: ${JSON.stringify(SOURCED)} }); wp.data.dispatch('core/editor').editPost({ status: 'draft' }) })()`)
    if (!(await button.count())) await page.click('.editor-post-publish-panel__toggle')
    await page.getByText('No findings.').waitFor({ timeout: 30_000 })
    await page.waitForFunction('!wp.data.select("core/editor").isPostSavingLocked()')
    await button.click()
    await page.waitForFunction('wp.data.select("core/editor").getCurrentPostAttribute("status") === "publish"', undefined, { timeout: 30_000 })
    await page.screenshot({ path: join(shots, 'wordpress-published.png') })
    return 'the block editor lists the finding, locks the button, goes to the block, and publishes the corrected post'
  } catch (error) {
    await page.screenshot({ path: join(shots, 'wordpress-failed.png') })
    throw error
  } finally {
    await browser.close()
  }
}
