import type { Measure } from '#measures'
import { financialYearOf } from '../../kernel/financial-year.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Commitment, CommitmentText, Contract } from './model.ts'

/** The financial years of the term, at most twelve; without one, this year and the two after it. */
export const yearsOfTerm = (
  { startsOn, endsOn }: Pick<Contract, 'startsOn' | 'endsOn'>,
  today: PlainDate,
): string[] => {
  const first = Number(financialYearOf(startsOn ?? today).slice(0, 4))
  const last = endsOn ? Number(financialYearOf(endsOn).slice(0, 4)) : first + 2
  return Array.from({ length: Math.min(12, last - first + 1) }, (_, at) =>
    financialYearOf(`${first + at}-04-01`),
  )
}

/** What people or programs say of a commitment; empty is left to the measure. */
type Said = Pick<
  CommitmentText,
  | 'title'
  | 'unit'
  | 'quantity'
  | 'unitValue'
  | 'schedule'
  | 'placeName'
  | 'evidenceRule'
  | 'owner'
  | 'supplierOwner'
  | 'scalesWithSpend'
> & { readonly priorityId: string | null }

/** Title, unit, value, price year and basis come from the measure where nobody says them. */
export const commitmentTextOf = (
  said: Said,
  measure: Measure | undefined,
  before: Commitment | null,
): CommitmentText => {
  const isSame = before !== null && before.measure === (measure?.code ?? null)
  return {
    title: said.title || measure?.name || '',
    framework: measure ? 'open' : null,
    measure: measure?.code ?? null,
    unit: said.unit || measure?.unit || '',
    quantity: said.quantity,
    unitValue: said.unitValue ?? (isSame ? null : (measure?.proxy?.value ?? null)),
    priceYear: isSame ? before.priceYear : (measure?.proxy?.priceYear ?? null),
    basis: isSame ? before.basis : (measure?.basis ?? (said.unitValue === null ? 'none' : 'spend')),
    schedule: said.schedule,
    placeCode: '',
    placeName: said.placeName,
    evidenceRule: said.evidenceRule,
    owner: said.owner,
    supplierOwner: said.supplierOwner,
    priorityId: said.priorityId || null,
    scalesWithSpend: said.scalesWithSpend,
  }
}

const NOTHING: CommitmentText = {
  title: '',
  framework: null,
  measure: null,
  unit: '',
  quantity: '0',
  unitValue: null,
  priceYear: null,
  basis: 'none',
  schedule: [],
  placeCode: '',
  placeName: '',
  evidenceRule: '',
  owner: '',
  supplierOwner: '',
  priorityId: null,
  scalesWithSpend: false,
}

const textOf = ({
  id: _id,
  contractId: _of,
  fromOn: _from,
  untilOn: _until,
  replaces: _replaces,
  ...text
}: Commitment): CommitmentText => text

/** What comes takes place, owner and evidence from what goes; it says its own quantity, unit and value. */
export const replacementOf = (
  said: Pick<CommitmentText, 'title' | 'unit' | 'quantity' | 'unitValue'>,
  goes: Commitment | undefined,
): CommitmentText => {
  const text = goes ? textOf(goes) : NOTHING
  return {
    ...text,
    title: said.title || text.title,
    unit: said.unit || text.unit,
    quantity: said.quantity,
    unitValue: said.unitValue ?? text.unitValue,
    schedule: [],
    ...(said.title !== '' && said.title !== text.title ? { measure: null, framework: null } : {}),
  }
}
