import type { Article } from '../article/article.ts'
import type { Finding } from './finding.ts'
import { sentenceAt } from '../article/sentence-at.ts'

/**
 * Names findings by their words, not their places: rule, message, words, the sentence around them, and a count where all
 * of that is the same twice. Moved text keeps its name, changed text gets a new one.
 * @param findings of one article, in reading order
 */
export function withFingerprints(article: Article, findings: readonly Omit<Finding, 'fingerprint'>[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const words = article.slice(finding.span)
    const sentence = sentenceAt(article, finding.span.start)?.text ?? ''
    const key = [finding.rule, finding.messageId, words, sentence].map((part) => part.replace(/\s+/gu, ' ').trim()).join('\u0000')
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return { ...finding, fingerprint: hash(`${key}\u0000${count}`) }
  })
}

/** 64 bits of FNV-1a over UTF-16 code units, as 16 hex digits: stable across machines, no secret. */
export function hash(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let i = 0; i < text.length; i++) {
    low = (low ^ text.charCodeAt(i)) >>> 0
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 0x1_0000_0000)) >>> 0
    low = product >>> 0
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0')
}
