import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { serve, type Installed } from './server.ts'

/** `fineprint lsp`: serves the client on standard input and output until it goes away. */
export function serveStdio(installed: Installed): Promise<never> {
  // Standard output belongs to the protocol: a config file that prints must not break it.
  console.log = console.info = console.debug = console.error
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  serve(connection, installed)
  connection.listen()
  return new Promise(() => {})
}
