import type { PersonalKind } from '../rules/personal-data.ts'
import type { Progress } from '../rules/progress.ts'

/** A decimal with its thousands parted: `1,560`. */
export const grouped = (decimal: string): string => {
  const [whole = '', part] = decimal.split('.')
  const digits = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return part ? `${digits}.${part}` : digits
}

/** Why a commitment is in its state: the figures that the rule looked at. */
export const progressReason = (
  { state, promised, due, verified, waiting }: Progress,
  scalesWithSpend: boolean,
): string => {
  const more = waiting === '0' ? '' : ` ${grouped(waiting)} more wait for a decision.`
  const [done, now] = [grouped(verified), due === null ? '' : grouped(due)]
  const sentences: Readonly<Record<Progress['state'], string>> = {
    exceeded: `${done} are verified, and ${grouped(promised)} were promised.`,
    kept: 'All that was promised is verified.',
    'on-track': `${done} of the ${now} due by now are verified: nine tenths or more.`,
    behind: `${done} of the ${now} due by now are verified: half or more, and less than nine tenths.`,
    'at-risk': `${done} of the ${now} due by now are verified: less than half.`,
    'not-due':
      due !== null
        ? 'Nothing is due yet.'
        : scalesWithSpend
          ? 'It grows with spending, and what was paid is not known.'
          : 'The term is not known, so nothing can be said to be due.',
    replaced: 'Another commitment took the place of the rest; what was verified until then stays.',
    missed: `The contract is over with ${done} of ${grouped(promised)} verified.`,
  }
  return sentences[state] + more
}

const SIGNS: Readonly<Record<PersonalKind, string>> = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  'national-insurance': 'a National Insurance number',
  postcode: 'a whole postcode',
  birth: 'a date of birth',
  person: 'the name of a person',
}

/** The warning above a story by which a person might be known. */
export const personalSentence = (kinds: readonly PersonalKind[]): string =>
  `There seems to be ${kinds.map((kind) => SIGNS[kind]).join(' and ')} in it. Take it out, or tick below that everybody named has agreed`

export const DELIVERY_FILTERS = {
  waiting: 'Waiting for a decision',
  reported: 'Reported, not looked at',
  asked: 'Asked about',
  verified: 'Verified, in whole or in part',
  rejected: 'Rejected',
  all: 'All',
} as const
export type DeliveryFilter = keyof typeof DELIVERY_FILTERS

export const REPORTER_NAMES = { council: 'The council', supplier: 'The supplier' } as const
