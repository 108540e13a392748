import * as vscode from 'vscode'

interface TextEdit {
  readonly range: { readonly start: { readonly line: number; readonly character: number } }
  readonly newText: string
}

/** Asks for the reason of a waiver and writes it; nothing is written without one. */
export async function waive(uri: string, version: number, edit: TextEdit): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
  const reason = await vscode.window.showInputBox({
    title: 'Waive this finding', prompt: 'Why may this stand? Add until=2027-01-31 or by=name to the comment afterwards, if your desk asks for it.',
    validateInput: (text) => (text.trim() === '' ? 'A waiver needs a reason' : /-->|\*\/|[\r\n]/u.test(text) ? 'A comment cannot hold this' : undefined),
  })
  if (reason === undefined) return
  if (document.version !== version) {
    void vscode.window.showWarningMessage('fineprint: the text has changed meanwhile, nothing was written')
    return
  }
  const change = new vscode.WorkspaceEdit()
  const { line, character } = edit.range.start
  change.insert(document.uri, new vscode.Position(line, character), edit.newText.replace('${reason}', () => reason.trim()))
  await vscode.workspace.applyEdit(change)
}
