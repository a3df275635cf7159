import { h } from 'preact'
import { z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { idOf, optionalText, readDayFields, typedDay, typedOfDay } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { changeContract, recordContract } from '../actions/register.ts'
import { contractFields, supplierNumberOf } from '../contract-fields.ts'
import { refusalSentence } from '../messages.ts'
import type { Contract, ContractsRefusal, ContractText } from '../model.ts'
import { readCpv, readPounds } from '../reading/values.ts'
import { getContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'
import { EditContractView } from './edit-contract.view.tsx'
import { typedTexts } from './fields.ts'
import { contractPath } from './paths.ts'

const ContractForm = z.object({
  ...contractFields,
  value: z
    .string()
    .default('')
    .transform((text, context) => {
      const found = readPounds(text)
      if (found.ok) return found.value
      context.addIssue({ code: 'custom', message: 'Enter the value in pounds, such as 120,000' })
      return z.NEVER
    }),
  cpv: optionalText('CPV codes', 400),
})
const NAMES = Object.keys(ContractForm.shape) as (keyof typeof ContractForm.shape)[]

const storedTexts = (contract: Contract | null): Record<string, string> => {
  const number = contract?.supplierNumber
  return {
    ...(contract as unknown as Record<string, string>),
    companyNumber: number?.scheme === 'GB-COH' ? number.number : '',
    charityNumber: number?.scheme === 'GB-CHC' ? number.number : '',
    value: contract?.valuePence ? (contract.valuePence / 100).toFixed(2) : '',
    cpv: contract?.cpv.join(' ') ?? '',
  }
}

const show = (request: PageRequest, contract: Contract | null, errors: readonly FieldError[]): Answer => {
  const title = contract ? 'Change a contract' : 'Write a contract down'
  const isTyped = errors.length > 0
  const stored = storedTexts(contract)
  const body = h(EditContractView, {
    title,
    errors,
    fields: isTyped
      ? typedTexts(request.form, NAMES)
      : (Object.fromEntries(NAMES.map((name) => [name, stored[name] ?? ''])) as Record<string, string>),
    startsOn: isTyped ? typedDay(request.form, 'startsOn') : typedOfDay(contract?.startsOn ?? null),
    endsOn: isTyped ? typedDay(request.form, 'endsOn') : typedOfDay(contract?.endsOn ?? null),
  })
  return page(title, body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: contract
      ? { href: contractPath(contract.id), text: contract.title }
      : { href: '/contracts', text: 'Contracts' },
  })
}

type Read =
  | { readonly ok: true; readonly text: ContractText }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

const readText = (request: PageRequest): Read => {
  const form = readForm(ContractForm, request.form)
  const starts = readDayFields(request.form, 'startsOn', 'the first day', false)
  const ends = readDayFields(request.form, 'endsOn', 'the last day', false)
  if (!form.ok || !starts.ok || !ends.ok)
    return { ok: false, errors: [form, starts, ends].flatMap((read) => (read.ok ? [] : read.errors)) }
  const { companyNumber, charityNumber, value, cpv, ...rest } = form.value
  return {
    ok: true,
    text: {
      ...rest,
      supplierNumber: supplierNumberOf({ companyNumber, charityNumber }),
      valuePence: value,
      startsOn: starts.value,
      endsOn: ends.value,
      cpv: readCpv(cpv),
    },
  }
}

const FIELD_OF: Readonly<Partial<Record<ContractsRefusal, string>>> = {
  'reference-taken': 'reference',
  'ends-before-start': 'endsOn-day',
}

const answer = (
  request: PageRequest,
  contract: Contract | null,
  saved: Decision<string, ContractsRefusal>,
  done: string,
): Answer =>
  saved.ok
    ? redirect(`${contractPath(saved.value)}?done=${done}`)
    : show(request, contract, [{ field: FIELD_OF[saved.refusal] ?? '', message: refusalSentence(saved) }])

export const getNew = async (request: PageRequest): Promise<Answer> => show(request, null, [])

export const postNew = async (request: PageRequest): Promise<Answer> => {
  const read = readText(request)
  if (!read.ok) return show(request, null, read.errors)
  return answer(request, null, await recordContract(request.ctx, read.text), 'recorded')
}

const find = (request: PageRequest): Promise<Contract> =>
  inReading(request.ctx, (db: Reader<ContractsTables>) => getContract(db, idOf(request, 'contractId')))

export const get = async (request: PageRequest): Promise<Answer> => show(request, await find(request), [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const contract = await find(request)
  const read = readText(request)
  if (!read.ok) return show(request, contract, read.errors)
  return answer(request, contract, await changeContract(request.ctx, contract.id, read.text), 'changed')
}
