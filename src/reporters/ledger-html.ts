import type { LedgerReporter } from './ledger.ts'

export const ledgerHtml: LedgerReporter = () => '<!doctype html>\n'
