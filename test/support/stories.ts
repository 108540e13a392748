import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** An example story on a rule's page. */
export interface PageStory {
  readonly rule: string
  readonly text: string
  /** What the story would be called: the fence says its format. */
  readonly path: string
  readonly options?: Readonly<Record<string, unknown>>
  readonly facts?: Readonly<Record<string, unknown>>
  /** As it stands in a config: see `readRegister`. */
  readonly register?: object
}

const FENCE = /^```(md|txt|html|json)(?: options=(\{.*\}))?(?: facts=(\{.*?\}))?(?: register=(\{.*\}))?\n([\s\S]*?)^```$/gmu
const folder = join(import.meta.dirname, '..', '..', 'rules')

/** The example stories on the pages of all rules. */
export function pageStories(): PageStory[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
  return pages.flatMap((page) => [...readFileSync(join(folder, page), 'utf8').matchAll(FENCE)].map(([, format, options, facts, register, text = '']) => ({
    rule: page.slice(0, -'.md'.length), text, path: `story.${format}`,
    ...(options ? { options: JSON.parse(options) } : {}), ...(facts ? { facts: JSON.parse(facts) } : {}),
    ...(register ? { register: JSON.parse(register) } : {}),
  })))
}
