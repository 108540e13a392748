import { PassThrough } from 'node:stream'
import {
  createConnection, createProtocolConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type CodeAction,
  type Diagnostic, type InitializeResult, type ProtocolConnection, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { Document, type Encoding } from '../../src/adapters/lsp/document.ts'
import { serve, STATUS, type Status } from '../../src/adapters/lsp/server.ts'

interface Published {
  readonly uri: string
  readonly version?: number
  readonly diagnostics: Diagnostic[]
}

/** A client of the language server in this process: opens texts, types, waits for what is published. */
export class Client {
  readonly connection: ProtocolConnection
  readonly published: Published[] = []
  readonly statuses: Status[] = []
  readonly logs: string[] = []
  readonly shown: string[] = []
  /** How often the server asked for the lenses to be read again. */
  refreshed = 0
  initialized!: InitializeResult
  #wake: (() => void)[] = []
  #close: () => void

  private constructor(root: string | undefined) {
    const up = new PassThrough()
    const down = new PassThrough()
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down))
    serve(server, { version: '0.0.0-test', root })
    server.listen()
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
    this.connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params)
      this.#woken()
    })
    this.connection.onNotification(STATUS, (status: Status) => {
      this.statuses.push(status)
      this.#woken()
    })
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.logs.push(message))
    this.connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      this.shown.push(uri)
      return { success: true }
    })
    this.connection.onRequest('client/registerCapability', () => null)
    this.connection.onRequest('workspace/codeLens/refresh', () => {
      this.refreshed++
      this.#woken()
      return null
    })
    this.connection.listen()
    this.#close = () => {
      this.connection.dispose()
      server.dispose()
      up.destroy()
      down.destroy()
    }
  }

  static async start(options: { folders?: readonly string[]; capabilities?: ClientCapabilities; settings?: object; root?: string } = {}): Promise<Client> {
    const client = new Client(options.root)
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: null, rootUri: null, capabilities: options.capabilities ?? {}, initializationOptions: options.settings,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    })
    await client.connection.sendNotification('initialized', {})
    return client
  }

  get encoding(): Encoding {
    return this.initialized.capabilities.positionEncoding as Encoding
  }

  close(): void {
    this.#close()
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<Diagnostic[]> {
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } })
    return this.diagnostics(uri, 1)
  }

  /** Sends one change and gives what is published for it. */
  async change(before: Document, start: number, end: number, text: string): Promise<{ document: Document; diagnostics: Diagnostic[] }> {
    const range = before.rangeOf({ start, end })
    const version = before.version + 1
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: before.uri, version }, contentChanges: [{ range, text }] })
    return { document: before.changed([{ range, text }], version), diagnostics: await this.diagnostics(before.uri, version) }
  }

  /** Waits for the diagnostics of a version. */
  async diagnostics(uri: string, version: number): Promise<Diagnostic[]> {
    return (await this.until(() => this.published.findLast((p) => p.uri === uri && p.version === version))).diagnostics
  }

  async until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find()
      if (found !== undefined) return found
      await new Promise<void>((wake) => this.#wake.push(wake))
    }
  }

  actions(uri: string, at: { range: Diagnostic['range'] }, only?: string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range: at.range, context: { diagnostics: [], ...(only ? { only } : {}) } })
  }

  #woken(): void {
    for (const wake of this.#wake.splice(0)) wake()
  }
}

/** A text with a workspace edit applied. */
export function applied(document: Document, edit: WorkspaceEdit): string {
  const edits = [...(edit.changes?.[document.uri] ?? []), ...(edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : []))]
  const sorted = edits.map(({ range, newText }) => ({ ...document.spanOf(range), newText })).sort((a, b) => b.start - a.start)
  return sorted.reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.text)
}
