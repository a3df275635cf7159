import type { Case } from '../case.ts'
import { depends, no, type Outcome, type Row, type Rule, yes } from '../row.ts'
import { dayWords } from '../words.ts'
import { requested } from './reservation-request.ts'

const ORDER_FROM = '2026-02-04'

const GUIDANCE =
  'https://www.gov.uk/government/publications/reserving-competitions-for-below-threshold-contracts/guidance-on-reserving-competitions-for-below-threshold-contracts'

const ORDER =
  'Local Government (Exclusion of Non-commercial Considerations) (England) Order 2026; Local Government Act 1988 s.17(5)(e)'

const orderRow = (id: string, title: string): Row => ({
  id,
  topic: 'reservations',
  title,
  provision: ORDER,
  source: GUIDANCE,
  confidence: 'sure',
  kind: 'law',
  from: ORDER_FROM,
  until: null,
})

const isListedAuthority = (it: Case): boolean =>
  it.authority === 'council' || it.authority === 'parish-council'

const PLACE_TERMS =
  'Decide it before inviting tenders, say so in the advertisement, and have regard to the statutory guidance of 3 December 2025. Using it is a choice. Agreements with other countries still bind where they reach the contract (s.90).'

const byPlace = (kind: 'uk' | 'local-area', title: string, area: string): Rule => ({
  reach: 'act',
  row: orderRow(`reservation.${kind}`, title),
  decide: (it): Outcome => {
    if (it.isPublic || it.isMarketItself)
      return no(
        'A place may not decide who can tender at or above the threshold: section 17 of the 1988 Act and section 90 of the Procurement Act forbid it.',
        { value: requested(it, kind, false) },
      )
    if (it.isCallOff)
      return no('The suppliers of a call-off are those of its framework, so there is nothing to reserve.', {
        value: requested(it, kind, false),
        confidence: 'likely',
      })
    if (it.isSchool || it.authority === 'central-government')
      return no('The Order is for English best value authorities and parish councils.', {
        value: requested(it, kind, false),
      })
    if (!isListedAuthority(it))
      return depends(
        ['authority'],
        'The Order is for English best value authorities and parish councils: is this one of them?',
        { value: requested(it, kind, true) },
      )
    if (it.isDirect)
      return no('A direct award has no competition to reserve.', { value: requested(it, kind, false) })
    return yes(`The competition may be reserved to suppliers ${area}. ${PLACE_TERMS}`, {
      value: requested(it, kind, true),
    })
  },
})

const uk = byPlace('uk', 'Reserve to suppliers in the United Kingdom', 'in the United Kingdom')

const localArea = byPlace(
  'local-area',
  'Reserve to suppliers in the local area',
  'in the local area: the council’s own area, or that and any county or London borough that borders it; several authorities take their areas together; an authority that lies wholly inside one county or borough may take that county or borough',
)

const locationTest: Rule = {
  reach: 'act',
  row: { ...orderRow('reservation.location-test', 'Where a supplier is'), confidence: 'likely' },
  decide: (it): Outcome =>
    it.isPublic || it.isMarketItself
      ? no('No reservation by place is possible at or above the threshold.')
      : yes(
          'For a reservation by place a supplier is where it is established with substantive business operations; a registered office alone is not enough.',
        ),
}

const smeVcse: Rule = {
  reach: 'act',
  row: {
    ...orderRow('reservation.sme-vcse', 'Reserve to small firms or voluntary bodies'),
    provision: 'Guidance under Local Government Act 1999 s.19; Procurement (Amendment) Regulations 2026',
    commencedFrom: '2025-02-24',
  },
  decide: (it): Outcome => {
    const kind = 'sme-vcse'
    if (it.isPublic || it.isMarketItself)
      return no('At or above the threshold the Act knows only the reservations of sections 32 and 33.', {
        value: requested(it, kind, false),
      })
    if (it.isCallOff || it.isDirect)
      return no('There is no open competition to reserve.', {
        value: requested(it, kind, false),
        confidence: 'likely',
      })
    if (!isListedAuthority(it))
      return depends(
        ['authority'],
        'The guidance speaks to English councils; others need their own advice.',
        { value: requested(it, kind, true), confidence: 'likely' },
      )
    if (it.commencedOn < ORDER_FROM)
      return depends(
        ['guidance of the time'],
        `Before ${dayWords(ORDER_FROM)} our sources do not settle this for councils. Nothing in the Act forbade it below the threshold.`,
        { value: requested(it, kind, true), confidence: 'unsure' },
      )
    return yes(
      'The competition may be reserved to small and medium-sized firms or to voluntary and community bodies, with or without a reservation by place. The below-threshold tender notice says so.',
      { value: requested(it, kind, true) },
    )
  },
}

export const belowThresholdReservations: readonly Rule[] = [uk, localArea, locationTest, smeVcse]
