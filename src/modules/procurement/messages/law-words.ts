import type { Answer, Confidence, Means, Topic } from '../law/answer.ts'

export const TOPIC_NAMES: Readonly<Record<Topic | 'local', string>> = {
  regime: 'Which law governs',
  value: 'How the value is counted',
  thresholds: 'Thresholds',
  route: 'Route to market',
  preparation: 'Preparing',
  lots: 'Lots',
  conflicts: 'Conflicts of interest',
  'sme-barriers': 'Small and medium-sized enterprises',
  'social-value': 'Social value',
  reservations: 'Reserving the competition',
  periods: 'Minimum periods',
  notices: 'Notices',
  award: 'Award',
  standstill: 'Standstill',
  kpis: 'Key performance indicators',
  payment: 'Payment',
  modification: 'Changing the contract',
  ending: 'Ending the contract',
  exclusions: 'Excluding suppliers',
  records: 'Records',
  exemption: 'Exemptions',
  transparency: 'Transparency',
  workforce: 'Workforce',
  local: 'Our own rules',
}

export const CONFIDENCE_NAMES: Readonly<Record<Confidence, string>> = {
  sure: 'Sure',
  likely: 'Likely',
  unsure: 'Unsure',
}
export const CONFIDENCE_MEANINGS: Readonly<Record<Confidence, string>> = {
  sure: 'the text was read, or two good sources agree',
  likely: 'one good source, or a firm inference; take advice where much depends on it',
  unsure: 'not settled; take advice before you rely on it',
}

export const APPLIES_NAMES: Readonly<Record<`${Answer['applies']}`, string>> = {
  true: 'Applies',
  false: 'Does not apply',
  depends: 'Depends',
}

export const MEANS_WORDS: Readonly<Record<Means | 'plan', string>> = {
  by: 'by',
  from: 'from',
  before: 'before',
  plan: 'on',
}
