import * as vscode from 'vscode'

/** What the server says after each check. */
export interface Status {
  readonly uri: string
  readonly figures: number
  readonly withoutSource: number
  readonly errors: number
  readonly warnings: number
  readonly configs: readonly string[]
  readonly version: string
  readonly problem: string | null
}

/** How the article in the editor stands, in the status bar. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('fineprint', vscode.StatusBarAlignment.Right, 90)
  readonly #known = new Map<string, Status>()

  constructor() {
    this.#item.name = 'fineprint'
    this.#item.command = 'fineprint.showLedger'
  }

  take(status: Status): void {
    this.#known.set(status.uri, status)
    if (status.uri === vscode.window.activeTextEditor?.document.uri.toString()) this.show(status.uri)
  }

  show(uri: string | undefined): void {
    const status = uri === undefined ? undefined : this.#known.get(uri)
    if (!status) return this.#item.hide()
    const { figures, withoutSource, errors, warnings, configs, version, problem } = status
    this.#item.text = problem !== null ? '$(error) fineprint: settings'
      : withoutSource > 0 ? `$(warning) ${withoutSource} figure${withoutSource === 1 ? '' : 's'} without source` : `$(check) ${figures} figure${figures === 1 ? '' : 's'}, all with a source`
    this.#item.tooltip = problem ?? `${errors} errors, ${warnings} warnings. Settings: ${configs.join(', ') || 'built in'}. fineprint ${version}`
    this.#item.show()
  }

  dispose(): void {
    this.#item.dispose()
  }
}
