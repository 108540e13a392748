import * as vscode from 'vscode'

interface Place {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

/** One figure, as the server lists it. */
export interface LedgerRow {
  readonly text: string
  readonly range: Place
  readonly status: 'attributed' | 'market' | 'exempt' | 'unattributed'
  readonly detail: string
  readonly source: Place | null
}

type Node = { readonly group: string; readonly rows: readonly LedgerRow[] } | { readonly row: LedgerRow }

const GROUPS = [
  ['Without source', ['unattributed'], 'warning'],
  ['With a source', ['attributed'], 'check'],
  ['Need no source', ['market', 'exempt'], 'circle-outline'],
] as const

/** The figures of the article in the editor, those without source first. */
export class LedgerView implements vscode.TreeDataProvider<Node> {
  readonly #ask: (uri: string) => Promise<LedgerRow[]>
  readonly #changed = new vscode.EventEmitter<void>()
  readonly onDidChangeTreeData = this.#changed.event
  #uri = ''
  #rows: readonly LedgerRow[] = []

  constructor(ask: (uri: string) => Promise<LedgerRow[]>) {
    this.#ask = ask
  }

  /** Shows the figures of a document. */
  async show(uri: string): Promise<void> {
    this.#uri = uri
    let rows: readonly LedgerRow[] = []
    try {
      rows = await this.#ask(uri)
    } catch {
      // The text has changed meanwhile: the next status asks again.
      return
    }
    if (uri !== this.#uri) return
    this.#rows = rows
    this.#changed.fire()
  }

  getChildren(node?: Node): Node[] {
    if (!node) {
      return GROUPS.flatMap(([group, of]) => {
        const rows = this.#rows.filter((row) => (of as readonly string[]).includes(row.status))
        return rows.length ? [{ group, rows }] : []
      })
    }
    return 'group' in node ? node.rows.map((row) => ({ row })) : []
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if ('group' in node) {
      const item = new vscode.TreeItem(`${node.group} (${node.rows.length})`, vscode.TreeItemCollapsibleState.Expanded)
      item.iconPath = new vscode.ThemeIcon(GROUPS.find(([group]) => group === node.group)![2])
      return item
    }
    const { row } = node
    const item = new vscode.TreeItem(row.text, vscode.TreeItemCollapsibleState.None)
    item.description = row.detail
    item.tooltip = `${row.text}: ${row.detail}`
    item.command = { title: 'Go to the figure', command: 'fineprint.reveal', arguments: [this.#uri, row.range] }
    return item
  }
}
