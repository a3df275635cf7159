import type { SeededRandom } from '../seeded-random.ts'
import type { Home, LegalForm } from './made-up-supplier.ts'
import type { Trade } from './trades.ts'

const SUFFIX: Readonly<Record<LegalForm, string>> = {
  company: ' Limited',
  'public-company': ' PLC',
  partnership: ' LLP',
  'community-interest-company': ' CIC',
  'charitable-organisation': ' CIO',
  charity: '',
  'co-operative': ' Limited',
  'community-benefit-society': ' Limited',
}

export const registeredName = (plainName: string, form: LegalForm): string => `${plainName}${SUFFIX[form]}`

const VCSE_FORMS: readonly LegalForm[] = [
  'community-interest-company',
  'community-interest-company',
  'charitable-organisation',
  'charitable-organisation',
  'charity',
  'community-benefit-society',
]

/** The legal form that fits what a supplier does. */
export const chooseForm = (trade: Trade, word: string, home: Home, random: SeededRandom): LegalForm => {
  if (/co-operative/i.test(word)) return 'co-operative'
  if (trade.isVcse) return random.pick(VCSE_FORMS)
  if (/solicitors|law|architects|surveyors/i.test(word) && random.chance(0.7)) return 'partnership'
  if (home === 'far' && random.chance(0.08)) return 'public-company'
  if (trade.department.startsWith('Adult') && random.chance(0.08)) return 'community-interest-company'
  return 'company'
}

const PREFIX: Readonly<Record<LegalForm, string>> = {
  company: '99',
  'public-company': '99',
  partnership: 'OC99',
  'community-interest-company': '99',
  'charitable-organisation': 'CE99',
  charity: '99',
  'co-operative': 'RS99',
  'community-benefit-society': 'RS99',
}

/**
 * Numbers in the form of real ones, from ranges that no register has reached: companies stood near 17 million,
 * partnerships near OC460000, charities near 1,220,000 when this was written.
 */
export const companyNumberOf = (form: LegalForm, number: number): string => {
  const prefix = PREFIX[form]
  return `${prefix}${String(1000 + number * 7).padStart(8 - prefix.length, '0')}`
}

export const charityNumberOf = (form: LegalForm, number: number): string | null =>
  form === 'charity' || form === 'charitable-organisation' ? String(1_290_000 + number * 3) : null

const LOCAL_ACCOUNTS = [
  'MICRO ENTITY',
  'MICRO ENTITY',
  'TOTAL EXEMPTION FULL',
  'TOTAL EXEMPTION FULL',
  'SMALL',
  'UNAUDITED ABRIDGED',
  'MEDIUM',
  'FULL',
]
const FAR_ACCOUNTS = ['TOTAL EXEMPTION FULL', 'SMALL', 'MEDIUM', 'MEDIUM', 'FULL', 'FULL', 'GROUP', 'GROUP']

/** The category of accounts, by which the size of a supplier is told. */
export const chooseAccounts = (home: Home, random: SeededRandom): string =>
  random.pick(home === 'far' || home === 'abroad' ? FAR_ACCOUNTS : LOCAL_ACCOUNTS)

export const chooseStatus = (random: SeededRandom): string => {
  const turn = random.next()
  if (turn < 0.02) return 'Active - Proposal to Strike off'
  return turn < 0.04 ? 'Liquidation' : 'Active'
}
