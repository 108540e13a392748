import type { Block } from './block.ts'
import type { Role } from './facts.ts'

/** Class names that platforms give the posts they let others embed. */
const EMBEDDED = /^(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|reddit-embed-bq|reddit-card|bluesky-embed|mastodon-embed|fb-post|fb-video|threads-post|text-post-media|telegram-post|x-embed|wp-block-embed|tweet|tumblr-post)$/u
/** The line under a post: "— Name (@handle) April 8, 2025". */
const SIGNATURE = /(?:^|\n)\s*[—–-]{1,2}\s?[^\n]{0,90}\(@[\p{L}\p{N}_.]{1,40}\)[^\n]{0,40}$/u
const POST_LINK = /https?:\/\/t\.co\/\p{L}|pic\.(?:twitter|x)\.com\//u
/** Signs of a post rather than of prose. */
const POST_SIGN = /^(?:BREAKING|JUST IN|NEW|RT @|UPDATE)\b|(?:^|\s)[#@]\p{L}|\p{Extended_Pictographic}|\p{Regional_Indicator}|…$|https?:\/\//u
/** The longest a line of a post is taken to be where nothing but its place tells. */
const POST = 280
const REACH = 8
/** Prose from this length on ends a post that is read upwards. */
const PROSE = 140

/** Marks posts by others: by markup, by their link, and from a signature line up and down to the prose around it. */
export function markEmbeds(blocks: readonly Block[], roles: Role[]): void {
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const { text } = block.prose
    if (block.hints?.some((hint) => EMBEDDED.test(hint))) {
      roles[i] = 'embed'
      continue
    }
    if (!mayHold(text)) continue
    if (POST_LINK.test(text) && text.length <= POST * 2) roles[i] = 'embed'
    if (!SIGNATURE.test(text.slice(-400))) continue
    const alone = /^\s*[—–-]/u.test(text) && !text.includes('\n')
    if (!alone && text.length > POST * 3) continue
    roles[i] = 'embed'
    if (block.group !== undefined) markGroup(blocks, roles, i)
    if (!alone) continue
    markAbove(blocks, roles, i)
    markBelow(blocks, roles, i)
  }
}

function mayHold(text: string): boolean {
  return text.includes('(@') || text.includes('t.co/') || text.includes('pic.')
}

function markGroup(blocks: readonly Block[], roles: Role[], at: number): void {
  const { group } = blocks[at]!
  for (let i = at - 1; i >= 0 && blocks[i]!.group === group; i--) roles[i] = 'embed'
  for (let i = at + 1; i < blocks.length && blocks[i]!.group === group; i++) roles[i] = 'embed'
}

/** The line above a signature is the post; further ones are while they look like it. */
function markAbove(blocks: readonly Block[], roles: Role[], at: number): void {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const { text } = blocks[i]!.prose
    if (!isOpen(roles[i]!) || blocks[i]!.kind === 'heading' || text.length > POST) return
    if (i < at - 1 && !POST_SIGN.test(text) && (text.length > PROSE || /[.!?]["”]?$/u.test(text))) return
    roles[i] = 'embed'
  }
}

/** Lines below a signature belong to the post where the last of them breaks off: "…". */
function markBelow(blocks: readonly Block[], roles: Role[], at: number): void {
  for (let i = at + 1; i < blocks.length && i <= at + 4; i++) {
    const { text } = blocks[i]!.prose
    if (!isOpen(roles[i]!) || text.length > POST || blocks[i]!.kind === 'heading') return
    if (!/…$/u.test(text)) continue
    for (let j = at + 1; j <= i; j++) roles[j] = 'embed'
    return
  }
}

function isOpen(role: Role): boolean {
  return role === 'body' || role === 'quote' || role === 'embed' || role === 'headline'
}
