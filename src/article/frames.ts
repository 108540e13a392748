import { keptIn } from './kept.ts'
import type { Parsed } from './parsed.ts'
import type { SourcePhrase } from './source-phrases.ts'

/** How a source is named: each way has its own reach. */
export type FrameKind = 'says' | 'according' | 'participle' | 'result' | 'document' | 'compiled' | 'line' | 'speaker'

/** A cue, its source and what it covers in its sentence. Token numbers count in the sentence, `covers` in the block. */
export interface Frame {
  readonly parsed: Parsed
  readonly kind: FrameKind
  readonly lemma: string
  /** Tokens of the cue, `to` included. */
  readonly cue: readonly [from: number, to: number]
  /** Undefined for a participle whose subject stands elsewhere. */
  readonly source: SourcePhrase | undefined
  readonly covers: readonly (readonly [from: number, to: number])[]
  /** Source phrase, asides and cue: what stands here is not attributed by this cue. */
  readonly hole: readonly [from: number, to: number]
  /** The source is the subject of a quantified report: “more than Roe had forecast”. */
  readonly local: boolean
  /** What readings made by `keptWithFrame` found in it. */
  readonly kept: unknown[]
}

/**
 * Makes a reading of a frame that is read once and kept as long as its words are, as `keptWithWords` does for a sentence: a
 * frame that is found again in the next version of a text hangs on another sentence, but keeps what was read.
 */
export function keptWithFrame<T>(read: (frame: Frame) => T): (frame: Frame) => T {
  return keptIn(read)
}

/** From one place or token to another. */
export type Stretch = readonly [from: number, to: number]

/** A frame from token numbers: empty stretches are left out, the hole is put in places. */
export function frameOf(
  parsed: Parsed,
  kind: FrameKind,
  lemma: string,
  cue: Stretch,
  source: SourcePhrase | undefined,
  hole: Stretch,
  covers: readonly Stretch[],
  local = false,
): Frame {
  const { tokens } = parsed
  return {
    parsed,
    kind,
    lemma,
    cue,
    source,
    local,
    covers: covers.filter(([from, to]) => to > from),
    hole: [tokens[hole[0]]!.from, tokens[hole[1]]!.to],
    kept: [],
  }
}
