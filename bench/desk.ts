// The language server and a client in one process, bundled so that no loader stands between us and the clock.
import { PassThrough } from 'node:stream'
import { createConnection, createProtocolConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { serve } from '../src/adapters/lsp/server.ts'

/** Opens a text in a server of this process; `type` sends one change and resolves with the milliseconds until its diagnostics are there. */
export async function openDesk(text: string, uri: string) {
  const up = new PassThrough()
  const down = new PassThrough()
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down))
  serve(server, { version: '0.0.0', root: undefined })
  server.listen()
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  let arrived: (version: number | undefined) => void = () => {}
  client.onNotification('textDocument/publishDiagnostics', ({ version }: { version?: number }) => arrived(version))
  client.listen()
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, workspaceFolders: [] })
  await client.sendNotification('initialized', {})
  const published = (wanted: number) => new Promise<void>((resolve) => {
    arrived = (version) => {
      if (version === wanted) resolve()
    }
  })
  let version = 1
  const first = published(1)
  await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } })
  await first
  return {
    async type(line: number, character: number, written: string, removed = 0): Promise<number> {
      version++
      const done = published(version)
      const before = performance.now()
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version }, contentChanges: [{ range: { start: { line, character }, end: { line, character: character + removed } }, text: written }],
      })
      await done
      return performance.now() - before
    },
    close() {
      client.dispose()
      server.dispose()
    },
  }
}

export { createLinter } from '../src/fineprint.ts'
export { read } from '../src/formats/read.ts'
export { DocumentReader } from '../src/formats/incremental.ts'
