import type { Circumstances } from '../../lint/check.ts'
import { ConfigError } from '../../lint/config.ts'

const SHAPE = '`settings.fineprint`: expected `{ asOf?: \'2027-01-31\', facts?: { … } }`'

/**
 * What the rules may know beside the article, from ESLint's `settings.fineprint`; ESLint itself does not check settings.
 * @throws ConfigError, one line
 */
export function circumstancesOf(settings: unknown): Circumstances {
  if (settings === undefined) return {}
  if (!isRecord(settings)) throw new ConfigError(SHAPE)
  const { asOf, facts, ...rest } = settings
  const other = Object.keys(rest)[0]
  if (other !== undefined) throw new ConfigError(`${SHAPE}, found \`${other}\``)
  if (asOf !== undefined && !(typeof asOf === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(asOf))) {
    throw new ConfigError('`settings.fineprint.asOf`: expected a date such as 2027-01-31')
  }
  if (facts !== undefined && !isRecord(facts)) throw new ConfigError('`settings.fineprint.facts`: expected an object')
  return { ...(asOf ? { asOf } : {}), ...(facts ? { facts } : {}) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
