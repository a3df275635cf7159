import { h } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { certaintyWords } from '../messages.ts'
import { type WhereItIs, whereIs } from '../where-is.ts'
import { LookUpPostcodeView, type LookUpView } from './look-up-postcode.view.tsx'

const NOT_A_POSTCODE =
  'Enter a postcode such as PR1 2HE, a district such as PR1, a sector such as PR1 2, or an official area code'

const outsideWords = ({ location }: WhereItIs): string | null => {
  if (!location.outside) return null
  if (location.outside === 'abroad')
    return 'This is a British overseas territory, outside the United Kingdom.'
  if (location.outside === 'non-geographic')
    return 'This code stands for no place on the map: forces, banks or returns.'
  return `This is in ${location.outside}, which is not part of the United Kingdom.`
}

const answerOf = (found: WhereItIs): LookUpView['answer'] => {
  const { location } = found
  const isKnown = location.areaCodes.length > 0 || location.spread !== undefined
  return {
    heading:
      location.postcode ??
      location.sector ??
      location.district ??
      location.area ??
      location.areaCodes[0] ??
      '',
    outside: outsideWords(found),
    isTerminated: location.isTerminated === true,
    isInLookup: isKnown || location.outside !== undefined,
    areas: found.areas,
    places: found.holders.map((holder) => ({
      id: holder.place.id,
      name: holder.place.name,
      certainty: certaintyWords(location, holder),
    })),
    deprivation: found.deprivation.filter((row) => row.indexName === 'imd'),
    lookup: found.lookup
      ? `${found.lookup.source}, edition ${found.lookup.edition || 'not known'}. ${found.lookup.licence}`
      : null,
  }
}

export const get = async ({ ctx, query }: PageRequest): Promise<Answer> => {
  const text = (query.postcode ?? '').trim().slice(0, 60)
  const found = text === '' ? undefined : await whereIs(ctx, text)
  const isUnread = found !== undefined && found.location.precision === 'none' && !found.location.outside
  const view: LookUpView = {
    text,
    error: isUnread ? NOT_A_POSTCODE : undefined,
    answer: found && !isUnread ? answerOf(found) : null,
  }
  return page('Where is a postcode?', h(LookUpPostcodeView, view), {
    status: isUnread ? 400 : 200,
    hasErrors: isUnread,
    backLink: { href: '/places', text: 'Places' },
  })
}
