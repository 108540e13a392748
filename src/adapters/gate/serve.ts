import { createRequire } from 'node:module'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { Config } from '../../lint/config.ts'
import { createGate } from './app.ts'
import { limitConnections, patienceOf } from './connections.ts'
import { createPool } from './pool.ts'
import { gateSchema, keysFrom, policyOf, type GateSettings } from './settings.ts'
import { openStore } from './store/open.ts'
import type { Store } from './store/store.ts'

/** A gate that listens. */
export interface RunningGate {
  readonly url: string
  /** Takes no more requests, answers those under way, closes the records. */
  stop(): Promise<void>
}

const DAY = 24 * 60 * 60 * 1000
/** How long requests under way may take once the gate is told to stop. */
const LAST_CALL = 10_000

/**
 * Starts a gate.
 * @param config which rules judge
 * @param given the `gate` settings; what is left out has a default
 * @throws ConfigError, RangeError or ZodError with one line that says what was expected
 */
export async function startGate(config: Config, given: Partial<GateSettings>, environment: Readonly<Record<string, string | undefined>>): Promise<RunningGate> {
  const settings = gateSchema.parse(given)
  const keys = keysFrom(environment)
  const { version } = createRequire(import.meta.url)('fineprint/package.json') as { version: string }
  const log = pino({ level: environment['FINEPRINT_LOG'] ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime })
  const { measure, metrics, connections } = meters()
  const judge = createPool(config, policyOf(settings), version, settings.threads === undefined ? {} : { size: settings.threads })
  // What a gate that cannot start has opened must not keep its process alive.
  const giveUp = async (error: unknown, store?: Store): Promise<never> => {
    await judge.close?.()
    await store?.close()
    throw error
  }
  const store = await openStore(settings.store).catch((error: unknown) => giveUp(error))
  const app = createGate({
    judge, store, keys, measure, metrics,
    now: () => new Date().toISOString(),
    log: ({ level, ...event }) => log[level](event),
    mostBytes: settings.mostBytes, mostPerMinute: settings.mostPerMinute, fourEyes: settings.fourEyes,
  })
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, hostname: settings.host, port: settings.port, overrideGlobalObjects: false, serverOptions: patienceOf(settings) }, () => resolve(listening)) as Server
    listening.once('error', reject)
    limitConnections(listening, settings, (refused) => connections.inc({ outcome: refused ? 'refused' : 'taken' }))
  }).catch((error: unknown) => giveUp(error, store))
  let stopping = false
  // A sender that keeps its connection is told to take another one, or the gate would wait for it to go.
  server.prependListener('request', (_, response) => {
    if (stopping) response.setHeader('connection', 'close')
  })
  const address = server.address()
  const url = `http://${settings.host}:${typeof address === 'object' && address ? address.port : settings.port}`
  log.info({ event: 'listening', url, store: settings.store.startsWith('postgres') ? 'postgres' : 'sqlite', ruleSet: judge.ruleSet })
  const retention = settings.keepDays && setInterval(() => {
    const before = new Date(Date.now() - settings.keepDays! * DAY).toISOString()
    store.redact(before).then((records) => log.info({ event: 'retention', before, records }), (error: Error) => log.error({ event: 'retention', message: error.message }))
  }, DAY / 24).unref()
  return {
    url,
    async stop() {
      if (retention) clearInterval(retention)
      stopping = true
      const patience = setTimeout(() => server.closeAllConnections(), LAST_CALL).unref()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      clearTimeout(patience)
      await judge.close?.()
      await store.close()
      log.info({ event: 'stopped' })
    },
  }
}

function meters() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({ name: 'fineprint_requests_total', help: 'Requests by route and status', labelNames: ['route', 'status'], registers: [registry] })
  const seconds = new Histogram({
    name: 'fineprint_request_seconds', help: 'Time to answer', labelNames: ['route'], buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15], registers: [registry],
  })
  const connections = new Counter({ name: 'fineprint_connections_total', help: 'Connections taken, and refused because there were too many', labelNames: ['outcome'], registers: [registry] })
  return {
    connections,
    measure(route: string, status: string, milliseconds: number) {
      requests.inc({ route, status })
      seconds.observe({ route }, milliseconds / 1000)
    },
    metrics: () => registry.metrics(),
  }
}
