import type { Case } from '../case.ts'
import type { Route } from '../facts.ts'
import { actRow, depends, no, type Rule, yes } from '../row.ts'
import { listWords } from '../words.ts'

type Way = {
  readonly id: Route | 'call-off'
  readonly name: string
  readonly isOpen: (it: Case) => boolean
  readonly bar: string
}

const noBar = (): boolean => true

const isMarketable = (it: Case): boolean => !it.isConcession || it.isUtilities

/** The ways to award a public contract (s.11(2)); `bar` says why one is closed. */
const WAYS: readonly Way[] = [
  { id: 'open', name: 'open procedure', isOpen: noBar, bar: '' },
  { id: 'competitive-flexible', name: 'competitive flexible procedure', isOpen: noBar, bar: '' },
  {
    id: 'dynamic-market-award',
    name: 'award by a dynamic market',
    isOpen: isMarketable,
    bar: 'a concession cannot be awarded by a dynamic market (s.34(7))',
  },
  {
    id: 'call-off',
    name: 'call-off under a framework',
    isOpen: (it) => !it.isConcession && !it.isFramework,
    bar: 'a concession or a framework cannot be awarded under a framework (s.45(8))',
  },
  {
    id: 'direct-award',
    name: 'direct award on a ground of Schedule 5',
    isOpen: (it) => it.arrangement !== 'open-framework',
    bar: 'an open framework cannot be awarded directly (s.49(10))',
  },
  {
    id: 'switch-to-direct-award',
    name: 'direct award after a competition without suitable tenders',
    isOpen: (it) => it.arrangement !== 'open-framework',
    bar: 'an open framework cannot be awarded directly (s.49(10))',
  },
]

const openTo: Rule = {
  reach: 'act',
  row: actRow('route.open-to-you', 'route', 'Routes open to this contract', 's.11(2)', {
    provision: 'Procurement Act 2023 s.11(2), ss.19–20, 34, 41, 43, 45 and 49',
  }),
  decide: (it) => {
    if (it.isMarketItself)
      return no('A dynamic market is set up by its notices and is open to join for as long as it lasts.')
    if (!it.isPublic)
      return no(
        'Below the threshold the Act prescribes no route: quotations, chosen suppliers, a competition or a direct award, as the council’s own rules say.',
        { value: { isFree: true } },
      )
    const open = WAYS.filter((way) => way.isOpen(it))
    return yes(
      `A public contract may be awarded by ${listWords(
        open.map((way) => way.name),
        'or',
      )}, and in no other way.`,
      {
        value: {
          isFree: false,
          routes: WAYS.map((way) => ({
            route: way.id,
            isOpen: way.isOpen(it),
            bar: way.isOpen(it) ? null : way.bar,
          })),
        },
      },
    )
  },
}

const chosenWay = (it: Case): Way | undefined =>
  WAYS.find((way) => way.id === (it.isCallOff ? 'call-off' : it.route))

const chosen: Rule = {
  reach: 'act',
  row: actRow('route.chosen', 'route', 'The route chosen', 's.20', {
    provision: 'Procurement Act 2023 s.11(2) and s.20',
  }),
  decide: (it) => {
    const value = { route: it.isCallOff ? 'call-off' : it.route }
    if (it.isMarketItself) return no('No contract is awarded yet.', { value })
    if (it.route === null && !it.isCallOff)
      return depends(
        ['route'],
        'No route was given. The answers take it that the contract is competed for.',
        { value },
      )
    if (!it.isPublic)
      return yes('Below the threshold the route is the council’s own choice.', {
        value: { ...value, isAllowed: true },
      })
    if (it.route === 'invited-suppliers') {
      return no(
        'Inviting chosen suppliers only is not a way to award a public contract: publish a tender notice, or show a ground for direct award.',
        { value: { ...value, isAllowed: false } },
      )
    }
    const way = chosenWay(it)
    if (way === undefined || !way.isOpen(it))
      return no(`This route is closed: ${way?.bar ?? 'it is not one the Act knows'}.`, {
        value: { ...value, isAllowed: false },
      })
    return yes(
      `The ${way.name} is open to this contract${it.isDirect ? ' if its ground holds' : ''}; it has to be proportionate to the nature, complexity and cost of the contract.`,
      { value: { ...value, isAllowed: true } },
    )
  },
}

const conditions: Rule = {
  reach: 'act',
  row: actRow('route.conditions-of-participation', 'route', 'Conditions of participation', 's.22'),
  decide: (it) =>
    it.isCompetitive || (it.isPublic && it.isCallOff)
      ? yes(
          'Conditions may only test legal and financial capacity or technical ability, in proportion. They may not ask for audited accounts where the law does not, for insurance before award, or for an earlier contract with a particular authority; equivalents of qualifications count.',
          {
            value: { allowed: ['legal and financial capacity', 'technical ability'] },
          },
        )
      : no('There is no competitive tendering procedure for a public contract here.'),
}

const flexible: Rule = {
  reach: 'act',
  row: actRow('route.competitive-flexible', 'route', 'Rules of a competitive flexible procedure', 's.20(4)'),
  decide: (it) => {
    if (!it.isCompetitive)
      return no('There is no competitive tendering procedure for a public contract here.')
    if (it.route === 'open') return no('An open procedure is a single stage in which anybody may tender.')
    const rule =
      'A competitive flexible procedure may limit numbers, run rounds, refine criteria it said it would, and exclude on conditions or an intermediate assessment; it may not let in suppliers who missed or lost the first round.'
    return it.route === null ? depends(['route'], rule) : yes(rule)
  },
}

export const routeRules: readonly Rule[] = [openTo, chosen, conditions, flexible]
