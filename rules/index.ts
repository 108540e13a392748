// Written by `npm run generate` from the files in this folder; change those.
import affiliationStatement from './affiliation-statement.ts'
import analystCertification from './analyst-certification.ts'
import analystStanding from './analyst-standing.ts'
import blanketSource from './blanket-source.ts'
import companySourced from './company-sourced.ts'
import disclosureBlock from './disclosure-block.ts'
import disclosureDefect from './disclosure-defect.ts'
import disclosureInline from './disclosure-inline.ts'
import disclosureLegible from './disclosure-legible.ts'
import factOpinionSplit from './fact-opinion-split.ts'
import financialPromotion from './financial-promotion.ts'
import flsLegend from './fls-legend.ts'
import forecastLabelled from './forecast-labelled.ts'
import generalAdviceElements from './general-advice-elements.ts'
import holdingsContradicted from './holdings-contradicted.ts'
import holdingsCoverage from './holdings-coverage.ts'
import holdingsScope from './holdings-scope.ts'
import holdingsSpecific from './holdings-specific.ts'
import holdingsStatement from './holdings-statement.ts'
import hypeLanguage from './hype-language.ts'
import hypotheticalText from './hypothetical-text.ts'
import identityComplete from './identity-complete.ts'
import interestThresholdSet from './interest-threshold-set.ts'
import licenseStatement from './license-statement.ts'
import mandatedText from './mandated-text.ts'
import micaContacts from './mica-contacts.ts'
import miningCategory from './mining-category.ts'
import miningCaution from './mining-caution.ts'
import miningQp from './mining-qp.ts'
import missingFacts from './missing-facts.ts'
import netGross from './net-gross.ts'
import nonGaapLabel from './non-gaap-label.ts'
import notRecContradicted from './not-rec-contradicted.ts'
import optionTerms from './option-terms.ts'
import paidAmount from './paid-amount.ts'
import paidContradiction from './paid-contradiction.ts'
import paidLabelEarly from './paid-label-early.ts'
import paidOnBehalfOf from './paid-on-behalf-of.ts'
import pastPerfPeriod from './past-perf-period.ts'
import pastPerfWarning from './past-perf-warning.ts'
import personalAdviceCue from './personal-advice-cue.ts'
import pluralSource from './plural-source.ts'
import pollMethod from './poll-method.ts'
import priceRecency from './price-recency.ts'
import productDocuments from './product-documents.ts'
import promissoryLanguage from './promissory-language.ts'
import promotionRelease from './promotion-release.ts'
import quoteAttribution from './quote-attribution.ts'
import recommendationStatement from './recommendation-statement.ts'
import registrationNumber from './registration-number.ts'
import relayComplete from './relay-complete.ts'
import researchStatement from './research-statement.ts'
import restrictedIssuer from './restricted-issuer.ts'
import riskWarningAlone from './risk-warning-alone.ts'
import sourcesStatement from './sources-statement.ts'
import statisticAttribution from './statistic-attribution.ts'
import superlativeSelf from './superlative-self.ts'
import targetComplete from './target-complete.ts'
import testimonialLabels from './testimonial-labels.ts'
import timestampComplete from './timestamp-complete.ts'
import tradingWindow from './trading-window.ts'
import unreadMarkup from './unread-markup.ts'
import vagueSource from './vague-source.ts'
import waiver from './waiver.ts'

/** Every rule by its id, with the options it has when nobody sets any. */
export const rules = {
  'affiliation-statement': { rule: affiliationStatement, defaults: { provisions: ['house'], wording: 'The author has no securities or affiliations related to the organizations discussed.', alone: 'The author has no affiliations with the organizations discussed.', attested: false } },
  'analyst-certification': { rule: analystCertification, defaults: { provisions: [] } },
  'analyst-standing': { rule: analystStanding, defaults: { provisions: [] } },
  'blanket-source': { rule: blanketSource, defaults: {} },
  'company-sourced': { rule: companySourced, defaults: { provisions: [] } },
  'disclosure-block': { rule: disclosureBlock, defaults: { order: ['sources', 'holdings', 'affiliation', 'recommendation', 'research', 'license'] } },
  'disclosure-defect': { rule: disclosureDefect, defaults: { covered: [] } },
  'disclosure-inline': { rule: disclosureInline, defaults: { provisions: [] } },
  'disclosure-legible': { rule: disclosureLegible, defaults: { provisions: [] } },
  'fact-opinion-split': { rule: factOpinionSplit, defaults: { provisions: [] } },
  'financial-promotion': { rule: financialPromotion, defaults: { provisions: [] } },
  'fls-legend': { rule: flsLegend, defaults: { provisions: [] } },
  'forecast-labelled': { rule: forecastLabelled, defaults: { provisions: [] } },
  'general-advice-elements': { rule: generalAdviceElements, defaults: { provisions: [] } },
  'holdings-contradicted': { rule: holdingsContradicted, defaults: {} },
  'holdings-coverage': { rule: holdingsCoverage, defaults: { provisions: [] } },
  'holdings-scope': { rule: holdingsScope, defaults: { provisions: [] } },
  'holdings-specific': { rule: holdingsSpecific, defaults: { provisions: [] } },
  'holdings-statement': { rule: holdingsStatement, defaults: { provisions: ['house'], wording: 'The author has no securities or affiliations related to the organizations discussed.', alone: 'The author has no securities related to the organizations discussed.', attested: false } },
  'hype-language': { rule: hypeLanguage, defaults: { provisions: [] } },
  'hypothetical-text': { rule: hypotheticalText, defaults: { provisions: [] } },
  'identity-complete': { rule: identityComplete, defaults: { provisions: [] } },
  'interest-threshold-set': { rule: interestThresholdSet, defaults: { provisions: [] } },
  'license-statement': { rule: licenseStatement, defaults: { wording: 'The author holds no licenses.', attested: false } },
  'mandated-text': { rule: mandatedText, defaults: { provisions: [] } },
  'mica-contacts': { rule: micaContacts, defaults: { provisions: [] } },
  'mining-category': { rule: miningCategory, defaults: { provisions: [] } },
  'mining-caution': { rule: miningCaution, defaults: { provisions: [] } },
  'mining-qp': { rule: miningQp, defaults: { provisions: [] } },
  'missing-facts': { rule: missingFacts, defaults: {} },
  'net-gross': { rule: netGross, defaults: { provisions: [] } },
  'non-gaap-label': { rule: nonGaapLabel, defaults: { provisions: [] } },
  'not-rec-contradicted': { rule: notRecContradicted, defaults: { provisions: [] } },
  'option-terms': { rule: optionTerms, defaults: { provisions: [] } },
  'paid-amount': { rule: paidAmount, defaults: { provisions: [] } },
  'paid-contradiction': { rule: paidContradiction, defaults: { provisions: [] } },
  'paid-label-early': { rule: paidLabelEarly, defaults: { provisions: [] } },
  'paid-on-behalf-of': { rule: paidOnBehalfOf, defaults: { provisions: [] } },
  'past-perf-period': { rule: pastPerfPeriod, defaults: { provisions: [] } },
  'past-perf-warning': { rule: pastPerfWarning, defaults: { provisions: [] } },
  'personal-advice-cue': { rule: personalAdviceCue, defaults: { provisions: [] } },
  'plural-source': { rule: pluralSource, defaults: { provisions: [] } },
  'poll-method': { rule: pollMethod, defaults: { provisions: [] } },
  'price-recency': { rule: priceRecency, defaults: { provisions: [] } },
  'product-documents': { rule: productDocuments, defaults: { provisions: [] } },
  'promissory-language': { rule: promissoryLanguage, defaults: { provisions: [] } },
  'promotion-release': { rule: promotionRelease, defaults: { provisions: [] } },
  'quote-attribution': { rule: quoteAttribution, defaults: {} },
  'recommendation-statement': { rule: recommendationStatement, defaults: { wording: 'Not a recommendation to buy or sell.', attested: false } },
  'registration-number': { rule: registrationNumber, defaults: { provisions: [] } },
  'relay-complete': { rule: relayComplete, defaults: { provisions: [] } },
  'research-statement': { rule: researchStatement, defaults: { wording: 'Always do additional research and consult a professional before purchasing a security.', attested: false } },
  'restricted-issuer': { rule: restrictedIssuer, defaults: {} },
  'risk-warning-alone': { rule: riskWarningAlone, defaults: { provisions: [] } },
  'sources-statement': { rule: sourcesStatement, defaults: { wording: 'Information for this story was found via the sources and companies mentioned.', attested: false } },
  'statistic-attribution': { rule: statisticAttribution, defaults: { marketData: 'exempt', strict: false, marker: '[source?]' } },
  'superlative-self': { rule: superlativeSelf, defaults: { provisions: [] } },
  'target-complete': { rule: targetComplete, defaults: { provisions: [] } },
  'testimonial-labels': { rule: testimonialLabels, defaults: { provisions: [] } },
  'timestamp-complete': { rule: timestampComplete, defaults: { provisions: [] } },
  'trading-window': { rule: tradingWindow, defaults: { provisions: [] } },
  'unread-markup': { rule: unreadMarkup, defaults: {} },
  'vague-source': { rule: vagueSource, defaults: {} },
  'waiver': { rule: waiver, defaults: { reason: 'required', approver: 'optional', expiry: 'optional', unused: true } },
} as const

export type RuleId = keyof typeof rules
