import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import {
  idOf,
  optionalText,
  readDayFields,
  textField,
  typedDay,
  typedOfDay,
} from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { contractFromAward } from '../actions/awards.ts'
import { takingSentence } from '../messages/awards.ts'
import { type AwardForContract, readAwardForContract } from '../read-awards.ts'
import { readCpv } from '../reading/values.ts'
import type { ContractsTables } from '../tables.ts'
import { typedTexts } from './fields.ts'
import { contractPath } from './paths.ts'
import { TakeAwardView } from './take-award.view.tsx'

const TakeForm = z.object({
  reference: textField('a reference', 100),
  title: textField('a title', 300),
  department: optionalText('a department', 200),
  manager: textField('who manages the contract', 200),
  supplierContact: optionalText('a contact', 300),
  cpv: optionalText('CPV codes', 400),
  description: optionalText('a description', 4000),
})
const NAMES = Object.keys(TakeForm.shape) as (keyof typeof TakeForm.shape)[]

/** What tender and purchase know already. */
const known = ({ visitor }: PageRequest, found: AwardForContract): Record<string, string> => ({
  reference: found.reference,
  title: found.title,
  department: found.purchase?.department ?? '',
  manager: visitor.personName ?? '',
  supplierContact: '',
  cpv: found.cpv.join(' '),
  description: found.purchase?.purpose ?? '',
})

const find = (request: PageRequest): Promise<AwardForContract> =>
  inReading(request.ctx, (db: Reader<ContractsTables>) => readAwardForContract(db, idOf(request, 'awardId')))

const show = (request: PageRequest, found: AwardForContract, errors: readonly FieldError[]): Answer => {
  const isTyped = errors.length > 0
  const { startsOn = null, endsOn = null } = found.purchase ?? {}
  const body = h(TakeAwardView, {
    award: found.award,
    title: found.title,
    errors,
    fields: isTyped ? typedTexts(request.form, NAMES) : known(request, found),
    startsOn: isTyped ? typedDay(request.form, 'startsOn') : typedOfDay(startsOn),
    endsOn: isTyped ? typedDay(request.form, 'endsOn') : typedOfDay(endsOn),
  })
  return page('Make the contract', body, {
    status: isTyped ? 400 : 200,
    hasErrors: isTyped,
    backLink: { href: '/contracts/awards', text: 'Awards without a contract' },
  })
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const found = await find(request)
  return found.contractId === null ? show(request, found, []) : redirect(contractPath(found.contractId))
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const found = await find(request)
  const form = readForm(TakeForm, request.form)
  const starts = readDayFields(request.form, 'startsOn', 'the first day')
  const ends = readDayFields(request.form, 'endsOn', 'the last day', false)
  if (!form.ok || !starts.ok || !ends.ok) {
    const errors = [form, starts, ends].flatMap((read) => (read.ok ? [] : read.errors))
    return show(request, found, errors)
  }
  const draft = { ...form.value, cpv: readCpv(form.value.cpv), startsOn: starts.value, endsOn: ends.value }
  const made = await contractFromAward(request.ctx, found.award, draft)
  return made.ok
    ? redirect(`${contractPath(made.value)}/handover?done=made`)
    : show(request, found, [takingSentence(made)])
}
