import { h } from 'preact'
import { z } from 'zod'
import { listMeasures, type MeasuresTables } from '#measures'
import { listTrees, type StrategyTables } from '#strategy'
import { readDecimal } from '../../../kernel/exact.ts'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { addCommitment, changeCommitment } from '../actions/commitments.ts'
import { commitmentTextOf, yearsOfTerm } from '../commitment-text.ts'
import { refusalSentence } from '../messages.ts'
import type { Commitment, Contract, ContractsRefusal } from '../model.ts'
import { quantityField } from '../quantity-field.ts'
import { getCommitment } from '../store/commitments.ts'
import { getContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'
import { EditCommitmentView } from './edit-commitment.view.tsx'
import { typedTexts } from './fields.ts'
import { contractPath } from './paths.ts'

const CommitmentForm = z.object({
  measure: optionalText('a measure', 100),
  title: optionalText('what is promised', 300),
  unit: optionalText('a unit', 60),
  quantity: quantityField('how many'),
  unitValue: z
    .string()
    .default('')
    .transform((text, context) => {
      const value = text.trim() === '' ? null : readDecimal(text)
      if (value === null) return null
      if (value?.gte(0) && value.decimalPlaces() <= 6) return value.toFixed()
      context.addIssue({ code: 'custom', message: 'Enter the value of one in pounds, or leave it empty' })
      return z.NEVER
    }),
  placeName: optionalText('a place', 120),
  evidenceRule: textField('what shows that it was done', 500),
  owner: optionalText('who answers for it here', 120),
  supplierOwner: optionalText('who answers for it at the supplier', 120),
  priorityId: optionalText('a priority', 40),
  scalesWithSpend: z.literal('yes').optional(),
})
const NAMES = Object.keys(CommitmentForm.shape) as (keyof typeof CommitmentForm.shape)[]

const fieldOfYear = (year: string): string => `year-${year.replace('/', '-')}`

const readAll = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<ContractsTables>) => {
    const contract = await getContract(db, idOf(request, 'contractId'))
    const commitment = request.params.commitmentId
      ? await getCommitment(db, idOf(request, 'commitmentId'))
      : null
    if (commitment && commitment.contractId !== contract.id) throw new NotFound()
    const measures = await listMeasures(db as unknown as Reader<MeasuresTables>)
    const trees = await listTrees(db as unknown as Reader<StrategyTables>, ['adopted'])
    return { contract, commitment, measures, priorities: trees.flatMap(({ priorities }) => priorities) }
  })
type All = Awaited<ReturnType<typeof readAll>>

const storedTexts = (commitment: Commitment | null): Record<string, string> => ({
  ...(commitment as unknown as Record<string, string>),
  scalesWithSpend: commitment?.scalesWithSpend ? 'yes' : '',
})

const show = (request: PageRequest, all: All, errors: readonly FieldError[]): Answer => {
  const { contract, commitment, measures, priorities } = all
  const title = commitment ? 'Change a commitment' : 'Write a commitment down'
  const isTyped = errors.length > 0
  const stored = storedTexts(commitment)
  const fields = isTyped
    ? typedTexts(request.form, NAMES)
    : (Object.fromEntries(NAMES.map((name) => [name, stored[name] ?? ''])) as Record<string, string>)
  const years = yearsOfTerm(contract, today(request.ctx)).map((year) => ({
    year,
    field: fieldOfYear(year),
    value: isTyped
      ? typed(request.form, fieldOfYear(year))
      : (commitment?.schedule.find((one) => one.year === year)?.quantity ?? ''),
  }))
  const body = h(EditCommitmentView, {
    title,
    errors,
    fields,
    years,
    measures: measures.map(({ code, name }) => ({ value: code, text: name })),
    priorities: priorities.map(({ id, title: text }) => ({ value: id, text })),
  })
  return page(title, body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: { href: contractPath(contract.id), text: contract.title },
  })
}

const readSchedule = (request: PageRequest, contract: Contract) => {
  const errors: FieldError[] = []
  const schedule = yearsOfTerm(contract, today(request.ctx)).flatMap((year) => {
    const text = typed(request.form, fieldOfYear(year)).trim()
    if (text === '') return []
    const value = readDecimal(text)
    if (value?.gte(0)) return [{ year, quantity: value.toFixed() }]
    errors.push({
      field: fieldOfYear(year),
      message: `Enter the quantity for ${year} in digits, or leave it empty`,
    })
    return []
  })
  return { schedule, errors }
}

const FIELD_OF: Readonly<Partial<Record<ContractsRefusal, string>>> = {
  'priority-unknown': 'priorityId',
  'scale-without-value': 'scalesWithSpend',
}

export const get = async (request: PageRequest): Promise<Answer> => show(request, await readAll(request), [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const all = await readAll(request)
  const { contract, commitment, measures } = all
  const form = readForm(CommitmentForm, request.form)
  const { schedule, errors } = readSchedule(request, contract)
  if (!form.ok) return show(request, all, [...form.errors, ...errors])
  const measure = measures.find(({ code }) => code === form.value.measure)
  const { scalesWithSpend, ...rest } = form.value
  const value = { ...rest, scalesWithSpend: scalesWithSpend === 'yes', schedule }
  const text = commitmentTextOf(value, measure, commitment)
  const missing: FieldError[] = [
    ...(text.title === ''
      ? [{ field: 'title', message: 'Enter what is promised, or choose a measure' }]
      : []),
    ...(text.unit === '' ? [{ field: 'unit', message: 'Enter what is counted, such as hours' }] : []),
    ...errors,
  ]
  if (missing.length > 0) return show(request, all, missing)
  const saved = commitment
    ? await changeCommitment(request.ctx, commitment.id, text)
    : await addCommitment(request.ctx, contract.id, text)
  return saved.ok
    ? redirect(`${contractPath(contract.id)}?done=committed`)
    : show(request, all, [{ field: FIELD_OF[saved.refusal] ?? 'quantity', message: refusalSentence(saved) }])
}
