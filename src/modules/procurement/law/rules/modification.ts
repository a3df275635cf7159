import type { Case } from '../case.ts'
import { actRow, depends, no, type Outcome, type Rule, yes } from '../row.ts'
import { LIMITS } from './change-measures.ts'
import { GATEWAYS, type Gateway } from './modification-gateways.ts'

/** Whether section 74 governs a change of the contract: a public contract, or one that the change makes public. */
export const isModifiable = (it: Case): boolean | null => {
  if (it.isMarketItself) return false
  if (it.isPublic) return true
  const after = it.facts.modification?.valueAfterPence
  return it.facts.modification === undefined
    ? false
    : after === undefined || it.thresholdAmount === null
      ? null
      : after >= it.thresholdAmount.pence
}

const decideGateway = (gateway: Gateway, it: Case): Outcome => {
  const value = {
    gateway: gateway.id,
    place: gateway.place,
    capPercent: gateway.capPercent(it),
    isOpen: null,
  }
  const rule = `A change is allowed this way if ${gateway.test(it)}.`
  const modifiable = isModifiable(it)
  if (modifiable === false)
    return no('Section 74 is for public contracts, and contracts that a change makes public.', {
      value: { ...value, isOpen: false },
    })
  if (gateway.id === 'light-touch') {
    return it.isLightTouch
      ? yes('A light touch contract may be changed without any of these tests.', {
          value: { ...value, isOpen: true },
        })
      : no('The contract is not light touch.', { value: { ...value, isOpen: false } })
  }
  if (it.facts.modification === undefined) return depends(['modification'], rule, { value })
  const holds = gateway.holds(it.facts.modification, it)
  if (holds === null || modifiable === null) return depends(gateway.needs, rule, { value })
  return holds
    ? yes(`${rule} By the facts given it is.`, { value: { ...value, isOpen: true } })
    : no(`${rule} By the facts given it is not.`, { value: { ...value, isOpen: false } })
}

const gateways = GATEWAYS.map(
  (gateway): Rule => ({
    reach: 'act',
    row: actRow(`modification.${gateway.id}`, 'modification', gateway.title, gateway.place),
    decide: (it) => decideGateway(gateway, it),
  }),
)

/** `a small change; unforeseeable circumstances`. */
const namesOf = (found: readonly Gateway[]): string =>
  found.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)).join('; ')

const allowed: Rule = {
  reach: 'act',
  row: actRow('modification.allowed', 'modification', 'Whether the change is allowed', 's.74(1)'),
  decide: (it): Outcome => {
    const modifiable = isModifiable(it)
    if (modifiable === false)
      return no('Section 74 is for public contracts, and contracts that a change makes public.', {
        value: { gateways: [], isAllowed: null },
      })
    if (it.isLightTouch)
      return yes('The contract is light touch, so it may be changed.', {
        value: { gateways: ['light-touch'], isAllowed: true },
      })
    const change = it.facts.modification
    if (change === undefined)
      return depends(
        ['modification'],
        'A public contract may be changed only in one of the ways of section 74. No change was given.',
        { value: { gateways: [], isAllowed: null } },
      )
    const that = (holds: boolean | null) => GATEWAYS.filter((gateway) => gateway.holds(change, it) === holds)
    const idsOf = (found: readonly Gateway[]) => found.map(({ id }) => id)
    const [open, maybe] = [that(true), that(null)]
    if (open.length > 0)
      return yes(`The change is allowed as: ${namesOf(open)}.`, {
        value: { gateways: idsOf(open), isAllowed: true },
      })
    if (maybe.length === 0)
      return no('The change is not allowed in any way of section 74: a new procurement is needed.', {
        value: { gateways: [], isAllowed: false },
      })
    return depends(['modification'], `The change may be allowed as: ${namesOf(maybe)}. More must be known.`, {
      value: { gateways: idsOf(maybe), isAllowed: null },
    })
  },
}

const supplierChange: Rule = {
  reach: 'act',
  row: actRow('modification.supplier-change', 'modification', 'A change of supplier', 's.74(9)'),
  decide: (it): Outcome => {
    if (isModifiable(it) === false) return no('The rule is for public contracts.')
    const changesSupplier = it.facts.modification?.changesSupplier
    const rule = 'The supplier of a public contract may change only on a corporate restructuring or the like.'
    if (changesSupplier === undefined) return depends(['modification.changesSupplier'], rule)
    return changesSupplier ? yes(rule) : no('The supplier stays the same.')
  },
}

const splitting: Rule = {
  reach: 'act',
  row: actRow('modification.splitting', 'modification', 'No splitting of changes', 's.74(7)', {
    provision: 'Procurement Act 2023 s.74(7)–(8) and s.75(4)–(5)',
  }),
  decide: (it): Outcome => {
    if (isModifiable(it) === false)
      return no('The rule is for public contracts, and contracts that a change makes public.')
    const together = it.facts.modification?.couldHaveBeenMadeTogether
    const rule =
      'Changes that could reasonably have been made together are judged as one, both for whether they are allowed and for the change notice.'
    if (together === undefined) return depends(['modification.couldHaveBeenMadeTogether'], rule)
    return together
      ? yes(`${rule} Judge this change together with the other.`)
      : no('The change could not reasonably have been made together with another.')
  },
}

const cumulative: Rule = {
  reach: 'act',
  row: actRow('modification.fifty-percent', 'modification', 'The cap of 50 % is for each change', 'Sch 8', {
    confidence: 'likely',
  }),
  decide: (it): Outcome => {
    if (isModifiable(it) === false) return no('The cap is for changes of public contracts.')
    return it.isUtilities
      ? no('Utilities contracts have no such cap.')
      : yes(
          'The cap of 50 % is put on each change; no cap on their sum is stated, apart from the rule against splitting.',
          { value: { capPercent: LIMITS.scheduleEight } },
        )
  },
}

const PREVIOUS =
  'https://blog.anthonycollins.com/post/102k37j/modifying-public-contracts-staying-alert-to-two-regimes'

const previous: Rule = {
  reach: 'any',
  row: {
    ...actRow('modification.previous-law', 'modification', 'Changes under the earlier law', 's.74'),
    provision: 'Public Contracts Regulations 2015 reg. 72, saved by S.I. 2024/716 reg. 5',
    source: PREVIOUS,
    from: null,
  },
  decide: (it) =>
    it.regime === 'previous'
      ? yes(
          'A contract procured under the earlier law stays under it for changes as well (regulation 72 of the 2015 Regulations, or its like for concessions and utilities). Those tests are not held here.',
        )
      : no('The earlier law does not govern this contract.'),
}

export const modificationRules: readonly Rule[] = [
  allowed,
  ...gateways,
  supplierChange,
  splitting,
  cumulative,
  previous,
]
