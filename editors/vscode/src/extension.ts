import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as vscode from 'vscode'
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node'
import { LedgerView, type LedgerRow } from './ledger.ts'
import { StatusItem, type Status } from './status.ts'
import { waive } from './waive.ts'

let client: LanguageClient | undefined

/** Starts the server and everything that shows what it says. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('fineprint', { log: true })
  const status = new StatusItem()
  const ledger = new LedgerView((uri) => (client?.isRunning() ? client.sendRequest<LedgerRow[]>('fineprint/ledger', { uri }) : Promise.resolve([])))
  const view = vscode.window.createTreeView('fineprint.ledger', { treeDataProvider: ledger })
  const start = async () => {
    await client?.stop()
    client = makeClient(context, output)
    client.onNotification('fineprint/status', (now: Status) => {
      status.take(now)
      if (now.uri === vscode.window.activeTextEditor?.document.uri.toString()) void ledger.show(now.uri)
    })
    await client.start()
  }
  context.subscriptions.push(
    output, status, view,
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      status.show(editor?.document.uri.toString())
      if (editor) void ledger.show(editor.document.uri.toString())
    }),
    vscode.commands.registerCommand('fineprint.showLedger', () => vscode.commands.executeCommand('fineprint.ledger.focus')),
    vscode.commands.registerCommand('fineprint.showOutput', () => output.show()),
    vscode.commands.registerCommand('fineprint.restart', start),
    vscode.commands.registerCommand('fineprint.waive', waive),
    vscode.commands.registerCommand('fineprint.reveal', (uri: string, range: LedgerRow['range']) => reveal(uri, range)),
    vscode.workspace.onDidGrantWorkspaceTrust(start),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('fineprint.path') || change.affectsConfiguration('fineprint.languages')) void start()
    }),
  )
  await start()
}

export function deactivate(): Thenable<void> | undefined {
  return client?.stop()
}

function makeClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LanguageClient {
  const settings = vscode.workspace.getConfiguration('fineprint')
  const languages = settings.get<string[]>('languages', [])
  const own = vscode.workspace.isTrusted ? ownProgram(settings.get('path', '')) : undefined
  output.info(own ? `starting the workspace's fineprint: ${own}` : 'starting the fineprint that comes with the extension')
  const run: ServerOptions = own
    ? { module: own, args: ['lsp'], transport: TransportKind.stdio }
    : { module: context.asAbsolutePath(join('dist', 'server.js')), transport: TransportKind.stdio }
  return new LanguageClient('fineprint', 'fineprint', run, {
    // VS Code has no language of its own for MDX: such a file is plain text there.
    documentSelector: [...languages.map((language) => ({ language })), ...(languages.includes('mdx') ? [{ pattern: '**/*.mdx' }] : [])],
    outputChannel: output,
    initializationOptions: {
      trusted: vscode.workspace.isTrusted, asks: true, run: settings.get('run'), config: settings.get('config'), codeLens: settings.get('codeLens'),
    },
  })
}

/** The program of the package a workspace has installed, or of the folder that was set; undefined where there is none that can serve. */
function ownProgram(set: string): string | undefined {
  const folders = set ? [set] : (vscode.workspace.workspaceFolders ?? []).filter((f) => f.uri.scheme === 'file').map((f) => join(f.uri.fsPath, 'node_modules', 'fineprint'))
  for (const folder of folders) {
    try {
      const { name, bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; bin?: { fineprint?: string } }
      const program = name === 'fineprint' && bin?.fineprint ? join(folder, bin.fineprint) : undefined
      if (program && existsSync(program)) return program
    } catch {
      // Not installed here: the next folder, or our own.
    }
  }
  return undefined
}

async function reveal(uri: string, { start, end }: LedgerRow['range']): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri))
  const range = new vscode.Range(start.line, start.character, end.line, end.character)
  editor.selection = new vscode.Selection(range.start, range.end)
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}
