import { dirname, resolve } from 'node:path'
import type { FileBaseline } from '../../lint/baseline.ts'
import type { WaiverTerms } from '../../lint/waivers.ts'
import { BASELINE_NAME, forgivenIn, loadBaseline, loadWaivers, nearestFile, WAIVERS_NAME, type BaselineFile, type ListedWaiver } from '../beside-config.ts'

/** Waivers and baseline for files: what stands nearest to each, every file of theirs read once. */
export class Beside {
  readonly #cwd: string
  readonly #location: string | undefined
  readonly #folders = new Map<string, { readonly waivers: string | undefined; readonly baseline: string | undefined }>()
  readonly #waivers = new Map<string, Promise<readonly ListedWaiver[]>>()
  readonly #baselines = new Map<string, BaselineFile>()

  /** @param location a baseline to use for every file */
  constructor(cwd: string, location: string | undefined) {
    this.#cwd = cwd
    this.#location = location === undefined ? undefined : resolve(cwd, location)
  }

  /** @throws ConfigError for a file that cannot be read */
  async for(path: string): Promise<{ readonly waivers: readonly WaiverTerms[]; readonly baseline: FileBaseline }> {
    const file = resolve(this.#cwd, path)
    const { waivers, baseline } = this.#in(dirname(file))
    let listed = waivers === undefined ? undefined : this.#waivers.get(waivers)
    if (waivers !== undefined && !listed) this.#waivers.set(waivers, (listed = loadWaivers(waivers)))
    let known = baseline === undefined ? undefined : this.#baselines.get(baseline)
    if (baseline !== undefined && !known) this.#baselines.set(baseline, (known = loadBaseline(baseline)))
    return {
      waivers: listed ? (await listed).filter((waiver) => waiver.matches(file)).map((waiver) => waiver.terms) : [],
      baseline: known ? forgivenIn(known, file) : {},
    }
  }

  #in(folder: string) {
    let found = this.#folders.get(folder)
    if (!found) this.#folders.set(folder, (found = { waivers: nearestFile(folder, WAIVERS_NAME), baseline: this.#location ?? nearestFile(folder, BASELINE_NAME) }))
    return found
  }
}
