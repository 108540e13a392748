import type { Block, Meta } from './block.ts'
import { markDisclosures } from './disclosure-places.ts'
import { markEmbeds } from './embeds.ts'
import type { Role } from './facts.ts'
import type { Memory } from './memory.ts'
import { markReaders } from './readers.ts'

/**
 * What each block is to the story, in the order of the blocks. Wrongly taking a paragraph for somebody else's hides its
 * figures and disclosures, so where the signs are weak it stays the newsroom's own.
 */
export function findRoles(blocks: readonly Block[], meta: Meta, memory?: Memory): Role[] {
  const roles = blocks.map((block): Role => roleByMarkup(block))
  markHead(blocks, roles, meta)
  markEmbeds(blocks, roles)
  markReaders(blocks, roles)
  markDisclosures(blocks, roles, meta, memory)
  return roles
}

const HEADLINES = new Set(['headline', 'title', 'name'])
const STANDFIRSTS = new Set(['standfirst', 'dek', 'deck', 'subtitle', 'subheadline', 'description', 'summary', 'excerpt', 'lede'])
const BYLINES = new Set(['byline', 'author', 'authors', 'credit'])

function roleByMarkup(block: Block): Role {
  if (block.field) {
    if (HEADLINES.has(block.field)) return 'headline'
    if (STANDFIRSTS.has(block.field)) return 'standfirst'
    if (BYLINES.has(block.field)) return 'byline'
  }
  if (block.hints?.some((hint) => FURNITURE.test(hint))) return 'boilerplate'
  if (block.kind === 'cell') return 'table'
  if (block.kind === 'caption') return 'caption'
  if (block.kind === 'quote' || block.quoted) return 'quote'
  return isFurniture(block.prose.text) ? 'boilerplate' : 'body'
}

/** Names of page parts that are no part of the story; a footer may hold the disclosures, so it is not among them. */
const FURNITURE = /^(?:nav|menu|navbar|navigation|breadcrumbs?|sidebar|share|sharing|share-buttons|social|social-share|sharedaddy|jp-relatedposts|related|related-posts|related-stories|newsletter-signup|subscribe|cookie-banner|advert|advertisement|ad-slot|promo)$/u

/** Lines that invite to go on or to sign up. Whole and short, or they are prose. */
const INVITES = /^(?:subscribe (?:to|now|for)\b|sign up (?:for|to|here|now)\b|follow us\b|share this\b|share on\b|read more\b\s*[:»>]|read next\b|related\s*:|related (?:stories|articles|posts|reading)\b|see also\s*:|also read\s*:|more from\b|you may also like\b|advertisement$|click here to\b|tags?\s*:|filed under\b|copyright ©|© ?\d{4}|all rights reserved|most read\b|trending now\b|back to top$|about us$|join our (?:newsletter|telegram|discord)\b|download our app\b|print this\b|email this\b)/i
const LONGEST_INVITE = 180

function isFurniture(text: string): boolean {
  return text.length <= LONGEST_INVITE && INVITES.test(text.slice(0, 60))
}

const HEAD_REACH = 6
const LONGEST_HEADLINE = 160

/** Headline, byline and dateline line at the top of the text. */
function markHead(blocks: readonly Block[], roles: Role[], meta: Meta): void {
  let headline = roles.indexOf('headline')
  for (let i = 0; i < blocks.length && i < HEAD_REACH; i++) {
    const block = blocks[i]!
    const { text } = block.prose
    if (roles[i] !== 'body') continue
    if (text.length <= 120 && /^(?:By|BY|From)\s/.test(text) && beginsByName(text) && !/[.!?]$/u.test(text)) {
      roles[i] = 'byline'
    } else if (headline < 0 && isHeadline(block, i, blocks, meta)) {
      roles[i] = 'headline'
      headline = i
    } else if (text.length <= 60 && text.includes(',') && /^\p{Lu}[\p{L} .]*,\s.{0,30}(?:\d{4}|\([\p{L} ]+\))\s*[—–-]*$/u.test(text)) {
      roles[i] = 'dateline'
    } else if (text.length > LONGEST_HEADLINE) {
      break
    }
  }
}

/** A first heading; in text without headings, a first line that is short, unstopped, and has a story below it. */
function isHeadline(block: Block, index: number, blocks: readonly Block[], meta: Meta): boolean {
  const { text } = block.prose
  if (meta.title !== undefined && text === meta.title) return true
  if (/^(?:disclos|disclaim)/i.test(text)) return false
  if (block.kind === 'heading') return (block.depth ?? 1) === 1
  return index === 0 && block.kind === 'paragraph' && blocks.length > 4 && text.length <= LONGEST_HEADLINE && /^[\p{Lu}\p{N}“"‘$€£]/u.test(text) && !/[.!?:…”"]$/u.test(text) && !text.includes('\n')
}

/** “By Ann Lee”. Most names are ASCII, and the pattern for those costs a start less. */
function beginsByName(text: string): boolean {
  return /^(?:By|BY|From)\s+[A-Z][A-Za-z.’'-]*\s+[A-Z]/.test(text) || /^(?:By|BY|From)\s+\p{Lu}[\p{L}.’'-]*\s+\p{Lu}/u.test(text)
}
