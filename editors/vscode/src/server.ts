// The language server that comes with the extension, for workspaces without a fineprint of their own.
import { join } from 'node:path'
import { serveStdio } from '../../../src/adapters/lsp/stdio.ts'

declare const FINEPRINT_VERSION: string

void serveStdio({ version: FINEPRINT_VERSION, root: join(__dirname), importModule: (url) => import(url) })
