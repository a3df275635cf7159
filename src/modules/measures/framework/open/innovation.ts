import type { Measure } from '../../model.ts'
import { entry } from './entry.ts'

/** New ideas, and a supply chain that behaves. */
export const INNOVATION: readonly Measure[] = [
  entry({
    code: 'inn-pilot',
    outcome: 'inn-ideas',
    name: 'New ideas tried and reported',
    counts:
      'Ideas for the service that were tried on the contract, with a result that anyone can read, good or bad.',
    doesNotCount: 'Ideas on paper, and roll-outs of what the supplier does elsewhere.',
    unit: 'item',
    howToCount: 'One for each published report.',
    evidence: ['the report'],
    deadweight: 'Take away trials the supplier had planned before.',
  }),
  entry({
    code: 'inn-open',
    outcome: 'inn-ideas',
    name: 'Data, designs or software made open',
    counts: 'Works from the contract published under an open licence, with what is needed to use them.',
    doesNotCount: 'Leaflets, and publication that law asks for.',
    unit: 'item',
    howToCount: 'One for each work.',
    evidence: ['the link and the licence'],
    deadweight: 'Take away what the supplier publishes as a rule.',
  }),
  entry({
    code: 'sup-slavery',
    outcome: 'sup-fair-chain',
    name: 'Share of supply checked for modern slavery, and followed up',
    counts: 'Suppliers checked for the risk, by what is spent with them, where what was found was acted on.',
    doesNotCount: 'A policy statement.',
    unit: 'percent',
    howToCount: 'Pounds spent with checked suppliers, divided by all pounds, in per cent.',
    evidence: ['the record of checks and of what was done'],
    deadweight: 'Give the share before the contract as well.',
    suitsSmallSuppliers: false,
  }),
  entry({
    code: 'sup-prompt',
    outcome: 'sup-fair-chain',
    name: 'Share of subcontractors\u2019 invoices paid early',
    counts: 'Invoices of subcontractors paid sooner than the 30 days that law sets for public contracts.',
    doesNotCount: 'Invoices in dispute, which are shown apart.',
    unit: 'percent',
    howToCount: 'Pounds paid within the promised days, divided by all pounds invoiced, in per cent.',
    evidence: ['the list of payment runs'],
    deadweight: 'Payment within 30 days is the law and counts as nothing.',
  }),
  entry({
    code: 'sup-cascade',
    outcome: 'sup-fair-chain',
    name: 'Share of subcontracts with the same social value terms',
    counts: 'Subcontracts that carry what the supplier itself promised, in proportion to their size.',
    doesNotCount: 'A reference to a code of conduct.',
    unit: 'percent',
    howToCount: 'Pounds in such subcontracts, divided by pounds in all subcontracts, in per cent.',
    evidence: ['the clause in each subcontract'],
    deadweight: 'Give the share before the contract as well.',
    suitsSmallSuppliers: false,
  }),
]
