// Written by `npm run generate` from the files in this folder; change those.
import auLicensee from './au-licensee.ts'
import auMedia from './au-media.ts'
import caMining from './ca-mining.ts'
import caNews from './ca-news.ts'
import caPromoBc from './ca-promo-bc.ts'
import chPress from './ch-press.ts'
import dePress from './de-press.ts'
import esCryptoMarketing from './es-crypto-marketing.ts'
import euCryptoMarketing from './eu-crypto-marketing.ts'
import euNews from './eu-news.ts'
import euRecommendation from './eu-recommendation.ts'
import frCryptoMarketing from './fr-crypto-marketing.ts'
import hkSgFirm from './hk-sg-firm.ts'
import house from './house.ts'
import houseSeed from './house-seed.ts'
import inNews from './in-news.ts'
import inRa from './in-ra.ts'
import issuerRelease from './issuer-release.ts'
import recommended from './recommended.ts'
import strict from './strict.ts'
import ukFinprom from './uk-finprom.ts'
import ukNews from './uk-news.ts'
import usAdviserMarketing from './us-adviser-marketing.ts'
import usBrokerResearch from './us-broker-research.ts'
import usNews from './us-news.ts'
import wireAttribution from './wire-attribution.ts'

/** Every preset by its name. */
export const presets = {
  'au-licensee': auLicensee,
  'au-media': auMedia,
  'ca-mining': caMining,
  'ca-news': caNews,
  'ca-promo-bc': caPromoBc,
  'ch-press': chPress,
  'de-press': dePress,
  'es-crypto-marketing': esCryptoMarketing,
  'eu-crypto-marketing': euCryptoMarketing,
  'eu-news': euNews,
  'eu-recommendation': euRecommendation,
  'fr-crypto-marketing': frCryptoMarketing,
  'hk-sg-firm': hkSgFirm,
  'house': house,
  'house-seed': houseSeed,
  'in-news': inNews,
  'in-ra': inRa,
  'issuer-release': issuerRelease,
  'recommended': recommended,
  'strict': strict,
  'uk-finprom': ukFinprom,
  'uk-news': ukNews,
  'us-adviser-marketing': usAdviserMarketing,
  'us-broker-research': usBrokerResearch,
  'us-news': usNews,
  'wire-attribution': wireAttribution,
} as const

export type PresetName = keyof typeof presets
