import type { Block } from './block.ts'
import type { Role } from './facts.ts'

/** Class names and ids of the part of a page where readers write. */
const HINTED = /^(?:comments?|comments-area|comment-list|commentlist|comment-body|comment-content|comment-respond|respond|disqus|disqus_thread|comment-thread|user-comments|wpdiscuz|fb-comments|comments-section|reader-comments)$/u
const NUMBER = '(?:\\d{1,5}|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)'
/** A heading that counts what readers wrote, or asks them to write. It is a whole block: never a sentence that contains it. */
const COUNTED = new RegExp(`^(?:${NUMBER}\\s+(?:reader\\s+)?(?:responses?|comments?|replies|reply|thoughts?)(?:\\s+(?:to|on)\\s+\\S[^\\n]{0,160})?|(?:reader\\s+)?comments?\\s*\\(\\s*\\d{1,5}\\s*\\)|leave a (?:reply|comment)(?:\\s+cancel reply)?|post a comment|add a comment|join the (?:conversation|discussion)|show comments|view (?:all )?(?:\\d{1,5} )?comments|load comments|write a comment|reader comments|comments? (?:are|is) closed|what readers said)\\s*[:.]?$`, 'iu')
/** Asked first, for the pattern above takes long to make. */
const MAY_COUNT = /respon|comment|repl|thought|readers|join the/i
/** Alone it may head a part of the story; a comment below it settles that. */
const BARE = /^(?:comments?|responses|discussion)\s*:?$/i
const COMMENT = /\b(?:says|wrote|replied)\s*:|\breply\b|\b(?:minutes?|hours?|days?|weeks?|months?|years?) ago\b|\bat \d{1,2}:\d\d\b|\blog in\b|\bsign in\b|^[\p{L}\p{N}_.-]{2,24}\s*:\s/iu
const LONGEST = 200

/** "Great read! I own 300 shares": nobody says so of an own piece. */
const POSTED = /^(?:posted|written|comment|reply) (?:by|from) [\p{L}\p{N} _.-]{1,30},? (?:\d{1,2} |an? )?(?:minutes?|hours?|days?|weeks?) ago\b/iu
const PRAISES = /^(?:great|nice|good|excellent|lovely|interesting|fantastic|brilliant|solid|superb|terrific) (?:read|article|post|piece|write-?up|story|analysis|job|stuff)\b[^.!?\n]{0,40}[!.,](?:\s|$)/i

/** What either begins with: asked first, for the patterns take long to make. */
const FIRST = new Set(['great', 'nice', 'good', 'excellent', 'lovely', 'interesting', 'fantastic', 'brilliant', 'solid', 'superb', 'terrific', 'posted', 'written', 'comment', 'reply'])

/** Marks what readers wrote below the story. After a heading for it everything is theirs, to the end. */
export function markReaders(blocks: readonly Block[], roles: Role[]): void {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.hints?.some((hint) => HINTED.test(hint))) roles[i] = 'readers'
    const { text } = block.prose
    if (roles[i] === 'body' && FIRST.has(text.slice(0, Math.max(0, text.indexOf(' '))).toLowerCase()) && (PRAISES.test(text) || POSTED.test(text))) roles[i] = 'readers'
    if (text.length > LONGEST || (i === 0 && blocks.length < 2)) continue
    const line = text.trim()
    const counted = MAY_COUNT.test(line) && (COUNTED.test(line) && i > 0 || (COUNTED.test(line) && blocks.length > 1 && /^(?:\d|one )|\(\s*\d/i.test(line)))
    if (!counted && !(BARE.test(line) && blocks.slice(i + 1, i + 4).some((b) => COMMENT.test(b.prose.text.slice(0, 300))))) continue
    for (let j = i; j < blocks.length; j++) roles[j] = 'readers'
    return
  }
}
