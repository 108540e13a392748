import type { Circumstances } from '../../lint/check.ts'
import { ConfigError } from '../../lint/config.ts'
import { readRegister, type Register } from '../../lint/register.ts'
import { isDay } from '../../lint/waivers.ts'
import { zod } from './zod.ts'

const known = new WeakMap<object, Circumstances>()

/**
 * What the rules may know beside the article, from ESLint's `settings.fineprint`, which ESLint itself does not check:
 * `asOf`, `facts`, `register` and `inlineWaivers`, as in a config of our own.
 * @throws ConfigError, one line
 */
export function circumstancesOf(settings: unknown): Circumstances {
  if (settings === undefined) return {}
  if (!isRecord(settings)) throw new ConfigError('`settings.fineprint`: expected an object with asOf, facts, register or inlineWaivers')
  let read = known.get(settings)
  if (!read) known.set(settings, (read = readSettings(settings)))
  return read
}

function readSettings({ asOf, facts, register, inlineWaivers, ...rest }: Readonly<Record<string, unknown>>): Circumstances {
  const other = Object.keys(rest)[0]
  if (other !== undefined) throw new ConfigError(`\`settings.fineprint\`: expected asOf, facts, register or inlineWaivers, found \`${other}\``)
  if (asOf !== undefined && !(typeof asOf === 'string' && isDay(asOf))) {
    throw new ConfigError('`settings.fineprint.asOf`: expected a date such as 2027-01-31')
  }
  if (facts !== undefined && !isRecord(facts)) throw new ConfigError('`settings.fineprint.facts`: expected an object')
  if (inlineWaivers !== undefined && typeof inlineWaivers !== 'boolean') throw new ConfigError('`settings.fineprint.inlineWaivers`: expected true or false')
  return {
    ...(asOf ? { asOf } : {}), ...(facts ? { facts } : {}), ...(inlineWaivers === undefined ? {} : { inlineWaivers }),
    ...(register === undefined ? {} : { register: registerFrom(register) }),
  }
}

/** The register as data: a path is refused, for nothing here reads files. */
function registerFrom(value: unknown): Register {
  if (!isRecord(value)) throw new ConfigError('`settings.fineprint.register`: expected the register itself, an object with entities and authors; no file is read here')
  try {
    return readRegister(value, zod())
  } catch (error) {
    throw error instanceof RangeError ? new ConfigError(`\`settings.fineprint.register\`: ${error.message.replace(/^register: /u, '')}`) : error
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
