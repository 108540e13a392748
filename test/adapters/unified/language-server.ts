import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'
import type { CodeAction, Diagnostic } from 'vscode-languageserver-protocol'

const SERVER = `import { createUnifiedLanguageServer } from 'unified-language-server'
import { remark } from 'remark'
createUnifiedLanguageServer({
  processorName: 'remark', processorSpecifier: 'remark', defaultProcessor: remark(), packageField: 'remarkConfig', rcName: '.remarkrc',
  ignoreName: '.remarkignore', pluginPrefix: 'remark', configurationSection: 'remark',
})
`

/** Opens one document in a remark language server of the folder: what it reports, and its code actions for the first report. */
export async function converse(folder: string, path: string, text: string): Promise<{ diagnostics: Diagnostic[]; actions: CodeAction[] }> {
  const script = join(folder, 'server.mjs')
  writeFileSync(script, SERVER)
  const server = spawn(process.execPath, [script, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin))
  try {
    connection.listen()
    const uri = pathToFileURL(path).href
    const rootUri = pathToFileURL(folder).href
    await connection.sendRequest('initialize', { processId: process.pid, rootUri, workspaceFolders: [{ uri: rootUri, name: 'desk' }], capabilities: {} })
    await connection.sendNotification('initialized', {})
    const reported = new Promise<Diagnostic[]>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', (params: { diagnostics: Diagnostic[] }) => resolve(params.diagnostics))
    })
    await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } })
    const diagnostics = await reported
    const [first] = diagnostics
    const actions = first
      ? await connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range: first.range, context: { diagnostics: [first] } })
      : []
    return { diagnostics, actions }
  } finally {
    connection.dispose()
    server.kill()
  }
}
