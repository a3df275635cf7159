import { h } from 'preact'
import { z } from 'zod'
import { type Answer, page } from '../../../platform/http/answer.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import type { Weight } from '../model/adaptation.ts'
import { CONTRACT_KINDS } from '../model.ts'
import { PROPORTION_BANDS } from '../reference/proportion-bands.ts'
import { exact, readDecimal, toPence } from '../rules/exact.ts'
import { type ContractFacts, proportionateAsk } from '../rules/proportionality.ts'
import { suggestFor } from '../rules/suggest-for.ts'
import { seeFramework, seeFrameworks } from '../seen.ts'
import { SuggestView } from './suggest.view.tsx'

const LARGEST = exact('1e12')

const ContractForm = z.object({
  value: z
    .string()
    .trim()
    .refine((text) => {
      const value = readDecimal(text)
      return value?.gte(0) && value.lte(LARGEST)
    }, 'Enter the value in pounds, such as 250000'),
  months: z
    .string()
    .trim()
    .refine(
      (text) => /^\d{1,3}$/.test(text) && Number(text) > 0,
      'Enter the length in months, from 1 to 999',
    ),
  kind: z.enum(CONTRACT_KINDS, { error: 'Choose what kind of contract it is' }),
  small: z.string().optional(),
})

type Query = PageRequest['query']

/** The contract that the address tells of; null where it tells of none. */
const contractIn = (query: Query): { contract: ContractFacts | null; errors: readonly FieldError[] } => {
  if (!['value', 'months'].some((name) => (query[name] ?? '') !== '')) return { contract: null, errors: [] }
  const given = readForm(ContractForm, query)
  if (!given.ok) return { contract: null, errors: given.errors }
  const { value, months, kind, small } = given.value
  const valuePence = Number(toPence(readDecimal(value) ?? exact(0)))
  return {
    contract: { valuePence, months: Number(months), kind, isForSmallSuppliers: small === 'yes' },
    errors: [],
  }
}

const targetsIn = (query: Query): Weight['target'][] =>
  (['ward', 'priority'] as const)
    .map((kind) => ({ kind, id: (query[kind] ?? '').trim() }))
    .filter(({ id }) => id !== '')

/** Which measures serve a priority, and how many suit a contract. All of it stands in the address. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const { query } = request
  const frameworks = await seeFrameworks(request)
  const asked = frameworks.find(({ framework }) => framework.id === query.framework)
  const local = await seeFramework(request, asked?.framework.id ?? 'open')
  const { contract, errors } = contractIn(query)
  const text = (query.text ?? '').trim().slice(0, 2_000)
  const outcome = local.framework.outcomes.some(({ code }) => code === query.outcome)
    ? (query.outcome ?? '')
    : ''
  const isAsked = text !== '' || outcome !== ''
  const targets = [...targetsIn(query), ...(text === '' ? [] : [{ kind: 'priority' as const, id: text }])]
  const priority = { title: text, text: '', outcomes: outcome === '' ? [] : [outcome] }
  const body = h(SuggestView, {
    frameworks: frameworks.map(({ framework }) => ({
      value: framework.id,
      text: `${framework.title} ${framework.version}`,
    })),
    local,
    query,
    errors,
    contract,
    suggestions: isAsked ? suggestFor(local, priority, targets, contract) : null,
    proportion: contract ? proportionateAsk(contract, PROPORTION_BANDS) : null,
  })
  return page('Find measures', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: '/measures', text: 'Measures' },
  })
}
