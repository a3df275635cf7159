import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type Exact, sum } from './exact.ts'

export type UnitCostLine = { readonly name: string; readonly amount: Exact; readonly times: Exact | null }

/** A unit cost built up from its lines, weekly ones times their weeks. */
export const buildUnitCost = (lines: readonly UnitCostLine[]): Exact =>
  sum(lines.map(({ amount, times }) => (times ? amount.times(times) : amount)))

export type PublicCost = { readonly economic: Exact; readonly fiscal: Exact; readonly transfers: Exact }

/**
 * Public value: output gained and services saved, without the benefits and taxes that only change pockets.
 * Greater Manchester's unit cost database, E&E1.0 to E&E3.0.
 */
export const publicValue = ({ economic, fiscal, transfers }: PublicCost): Exact =>
  economic.plus(fiscal).minus(transfers)

/** Adding output to an Exchequer saving is refused while the saving holds transfers: the benefit no longer paid is in the earnings. */
export const addFiscalAndEconomic = ({
  economic,
  fiscal,
  transfers,
}: PublicCost): Decision<Exact, 'holds-transfers'> =>
  transfers.isZero()
    ? accept(economic.plus(fiscal))
    : refuse('holds-transfers', { transfers: transfers.toFixed() })
