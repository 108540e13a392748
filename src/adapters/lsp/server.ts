import {
  CodeActionKind, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, LSPErrorCodes, ResponseError, TextDocumentSyncKind,
  type CancellationToken, type CodeAction, type CodeActionParams, type CodeLens, type Connection, type Hover, type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { builtIn } from '../../catalog.ts'
import { compatible } from '../../lint/fix.ts'
import { fileWaiver, WAIVER_RULE, waiverAt } from '../../lint/waivers.ts'
import { BASELINE_NAME, WAIVERS_NAME } from '../beside-config.ts'
import type { ImportModule } from '../load-config.ts'
import { OPEN_RULE, REASON, toActions, toFixAll, type ClientTraits } from './convert.ts'
import { Document, type Encoding } from './document.ts'
import { hoverAt, ledgerRows, symbolsOf, tallyLine, tallyOf, type LedgerRow, type Tally } from './ledger-view.ts'
import { Policies } from './policies.ts'
import { readSettings, type ServerSettings } from './settings.ts'
import { DocumentSession, type Analysis } from './session.ts'

/** What the server is told about itself. */
export interface Installed {
  readonly version: string
  /** The package's folder, for the rules' pages; undefined in a bundle without them. */
  readonly root: string | undefined
  /** `import`, for config files that are programs. */
  readonly importModule?: ImportModule
}

/** Sent to a client after each check: what a status line shows. */
export interface Status extends Tally {
  readonly uri: string
  readonly errors: number
  readonly warnings: number
  readonly configs: readonly string[]
  readonly version: string
  readonly problem: string | null
}

/** The method that carries a `Status`, and the one that asks for a document's `LedgerRow`s. */
export const STATUS = 'fineprint/status'
export const LEDGER = 'fineprint/ledger'

/** The longest a change waits for the next one before it is checked, in milliseconds. */
const LONGEST_WAIT = 150
/** What a check may take and still be made at every key, in milliseconds. */
const QUICK = 60
const CONFIG_FILES = ['**/fineprint.config.{js,mjs,cjs,ts,json,yaml}', '**/package.json', '**/*register*.{yaml,yml,json}', `**/${WAIVERS_NAME}`, `**/${BASELINE_NAME}`]

/** Serves one client until it goes away. */
export function serve(connection: Connection, installed: Installed): void {
  const sessions = new Map<string, DocumentSession>()
  const timers = new Map<string, NodeJS.Timeout>()
  let settings: ServerSettings = readSettings(undefined)
  let policies = new Policies(settings, installed.importModule)
  let encoding: Encoding = 'utf-16'
  let traits: ClientTraits = { asks: false, versions: false }
  let folders: string[] = []
  let client: InitializeParams['capabilities'] = {}
  let cost = 0
  const told = new Map<string, string>()
  const lenses = new Map<string, string>()

  const pageOf = (rule: string) =>
    installed.root !== undefined && builtIn.rules.has(rule) ? pathToFileURL(join(installed.root, 'rules', `${rule}.md`)).href : undefined
  const folderFor = (uri: string) => folders.find((folder) => uri.startsWith(pathToFileURL(folder).href)) ?? folders[0] ?? process.cwd()

  const check = async (session: DocumentSession): Promise<Analysis | undefined> => {
    const before = performance.now()
    const analysis = await session.analyse()
    if (!analysis || sessions.get(session.document.uri) !== session || analysis.document !== session.document) return undefined
    cost = performance.now() - before
    return analysis
  }

  const publish = async (session: DocumentSession): Promise<void> => {
    const { uri } = session.document
    const analysis = await check(session)
    if (!analysis) return
    const { document, diagnostics, articles, findings, policy } = analysis
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: [...diagnostics] })
    const standing = findings.filter((finding) => !finding.silenced)
    const status: Status = {
      uri, ...tallyOf(articles), errors: standing.filter((f) => f.severity === 'error').length, warnings: standing.filter((f) => f.severity === 'warn').length,
      configs: policy.configs, version: installed.version, problem: policy.problem ?? null,
    }
    await connection.sendNotification(STATUS, status)
    const line = tallyLine(status)
    if (lenses.get(uri) !== line && client.workspace?.codeLens?.refreshSupport) connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined)
    lenses.set(uri, line)
    const from = policy.problem ?? (policy.configs.length ? policy.configs.join(', ') : 'built-in settings')
    if (told.get(uri) === from) return
    told.set(uri, from)
    connection.console.log(`${session.path}: ${from} (fineprint ${installed.version})`)
  }

  /** A check that is quick is made at every key; a slow one waits half its own time for the next key. */
  const schedule = (session: DocumentSession, now = false) => {
    const { uri } = session.document
    clearTimeout(timers.get(uri))
    timers.set(uri, setTimeout(() => {
      timers.delete(uri)
      publish(session).catch((error: unknown) => connection.console.error(String((error as Error).stack ?? error)))
    }, now || cost < QUICK ? 0 : Math.min(cost / 2, LONGEST_WAIT)))
  }
  const recheckAll = () => {
    policies.forget()
    for (const session of sessions.values()) schedule(session, true)
  }
  const apply = (given: unknown) => {
    settings = readSettings(given, settings)
    policies = new Policies(settings, installed.importModule)
    for (const [uri, session] of sessions) sessions.set(uri, new DocumentSession(session.document, policies, pageOf, folderFor(uri)))
    if (settings.run === 'off') for (const uri of sessions.keys()) void connection.sendDiagnostics({ uri, diagnostics: [] })
    else recheckAll()
  }
  const pull = async () => {
    if (client.workspace?.configuration) apply(await connection.workspace.getConfiguration('fineprint'))
  }

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities
    const offered = client.general?.positionEncodings ?? []
    encoding = offered.find((one): one is Encoding => one === 'utf-16' || one === 'utf-8') ?? 'utf-16'
    folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri }] : [])).flatMap(({ uri }) => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []))
    settings = readSettings(params.initializationOptions)
    policies = new Policies(settings, installed.importModule)
    traits = { asks: settings.asks, versions: client.workspace?.workspaceEdit?.documentChanges === true }
    return {
      serverInfo: { name: 'fineprint', version: installed.version },
      capabilities: {
        positionEncoding: encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, 'source.fixAll.fineprint'] },
        hoverProvider: true,
        documentSymbolProvider: { label: 'fineprint' },
        codeLensProvider: {},
        executeCommandProvider: { commands: [OPEN_RULE] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    }
  })

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: CONFIG_FILES.map((globPattern) => ({ globPattern })) })
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'fineprint' })
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const paths = (list: readonly { uri: string }[]) => list.flatMap(({ uri }) => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []))
        folders = [...folders.filter((folder) => !paths(removed).includes(folder)), ...paths(added)]
        recheckAll()
      })
    }
    await pull()
  })
  connection.onDidChangeConfiguration(async ({ settings: given }) => {
    if (client.workspace?.configuration) await pull()
    else apply((given as { fineprint?: unknown } | undefined)?.fineprint)
  })
  connection.onDidChangeWatchedFiles(recheckAll)

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const session = new DocumentSession(new Document(uri, languageId, version, text, encoding), policies, pageOf, folderFor(uri))
    sessions.set(uri, session)
    if (settings.run !== 'off') schedule(session, true)
  })
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const session = sessions.get(uri)
    if (!session) return
    session.document = session.document.changed(contentChanges, version)
    if (settings.run === 'onType') schedule(session)
  })
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    const session = sessions.get(uri)
    if (session && settings.run !== 'off') schedule(session, true)
  })
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    clearTimeout(timers.get(uri))
    timers.delete(uri)
    sessions.delete(uri)
    told.delete(uri)
    lenses.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  /** What is known of a document for a request; the check is made now if it was still waiting. */
  const ask = async <T>(uri: string, token: CancellationToken, otherwise: T, answer: (analysis: Analysis) => T): Promise<T | ResponseError> => {
    const session = sessions.get(uri)
    if (!session || settings.run === 'off') return otherwise
    const analysis = await check(session)
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    return analysis ? answer(analysis) : new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed')
  }

  connection.onCodeAction((params, token) => ask<CodeAction[]>(params.textDocument.uri, token, [], (analysis) => actionsFor(analysis, params, traits)))
  connection.onHover(({ textDocument, position }, token) => ask<Hover | null>(textDocument.uri, token, null, ({ document, articles, findings, policy }) => {
    const authorityOf = (rule: string) => policy.linter.catalog.rules.get(rule)?.rule.authority
    const lines = hoverAt(articles, findings, document.offsetAt(position), authorityOf)
    return lines.length ? { contents: { kind: 'plaintext', value: lines.join('\n\n') } } : null
  }))
  connection.onDocumentSymbol(({ textDocument }, token) => ask(textDocument.uri, token, null, ({ articles, document }) => articles.flatMap((article) => symbolsOf(article, document))))
  connection.onCodeLens(({ textDocument }, token) => ask<CodeLens[] | null>(textDocument.uri, token, null, ({ articles, document }) => {
    if (!settings.codeLens) return null
    return articles.flatMap((article): CodeLens[] => {
      const at = article.anchor?.span
      if (!at || article.statistics.length === 0) return []
      return [{ range: document.rangeOf(at), command: { title: tallyLine(tallyOf([article])), command: settings.asks ? 'fineprint.showLedger' : '' } }]
    })
  }))
  connection.onRequest(LEDGER, ({ uri }: { uri: string }, token: CancellationToken) =>
    ask<LedgerRow[]>(uri, token, [], ({ articles, document }) => ledgerRows(articles, document)))
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    const page = command === OPEN_RULE ? pageOf(String(given?.[0])) : undefined
    if (!page) return
    if (client.window?.showDocument?.support) await connection.window.showDocument({ uri: page, takeFocus: true })
    else connection.window.showInformationMessage(fileURLToPath(page))
  })
}

/** Quick fixes for the findings a range touches, or one action for all fixes where that is asked for. */
function actionsFor(analysis: Analysis, { range, context }: CodeActionParams, traits: ClientTraits): CodeAction[] {
  const { document, articleOf, findings, diagnostics } = analysis
  const wanted = (kind: string) => !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const open = findings.filter((finding) => !finding.silenced)
  const shown = diagnostics.slice(diagnostics.length - open.length)
  if (context.only && wanted('source.fixAll.fineprint')) {
    const action = toFixAll(compatible(open.flatMap((finding) => finding.fix ?? [])), document, traits)
    return action ? [action] : []
  }
  if (!wanted(CodeActionKind.QuickFix)) return []
  const { start, end } = document.spanOf(range)
  const reason = traits.asks ? REASON : ''
  return open.flatMap((finding, i) => {
    if (finding.span.start > end || finding.span.end < start) return []
    const article = articleOf(finding)
    const waivable = finding.rule !== WAIVER_RULE
    // A rule may suggest a waiver itself; here every finding has one, further down.
    const bare = waiverAt(article, finding.rule, finding.span)
    const suggestions = finding.suggestions.filter(({ edits: [first, ...more] }) => !bare || more.length > 0 || first?.text !== bare.text)
    return toActions({ ...finding, suggestions }, document, shown[i]!, {
      here: waivable ? waiverAt(article, finding.rule, finding.span, reason) : undefined,
      file: waivable ? fileWaiver(article, finding.rule, reason) : undefined,
    }, traits)
  })
}
