/** Other ways to write the places of an audience. */
export const PLACES: Readonly<Record<string, string>> = {
  usa: 'us', 'united states': 'us', america: 'us', gb: 'uk', britain: 'uk', 'united kingdom': 'uk', canada: 'ca', bc: 'ca-bc', 'british columbia': 'ca-bc',
  ontario: 'ca-on', australia: 'au', india: 'in', france: 'fr', germany: 'de', spain: 'es', switzerland: 'ch', europe: 'eu',
  hk: 'hk', 'hong kong': 'hk', singapore: 'sg', japan: 'jp',
}

/** Whether an audience reaches a place: `ca-bc` readers are in `ca`, and readers anywhere in the union are in `eu`. */
export function reaches(audience: readonly string[], place: string): boolean {
  return audience.some((a) => a === place || a.startsWith(`${place}-`) || a === 'all' || a === 'world' || (place === 'eu' && UNION.has(a.slice(0, 2))))
}

const UNION: ReadonlySet<string> = new Set(['at', 'be', 'bg', 'cy', 'cz', 'de', 'dk', 'ee', 'es', 'fi', 'fr', 'gr', 'hr', 'hu', 'ie', 'it', 'lt', 'lu', 'lv', 'mt', 'nl', 'pl', 'pt', 'ro', 'se', 'si', 'sk'])
