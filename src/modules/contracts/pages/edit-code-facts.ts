import { h } from 'preact'
import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { setCodeFacts } from '../actions/code-facts.ts'
import { INVITATIONS } from '../model/code-facts.ts'
import { readCodeFacts } from '../store/code-facts.ts'
import { getContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'
import { EditCodeFactsView } from './edit-code-facts.view.tsx'
import { pounds, typedTexts } from './fields.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const YES_NO = z.enum(['', 'yes', 'no'], { error: 'Choose yes, no or not said' }).default('')
const CodeForm = z.object({
  vat: pounds('the VAT that cannot be recovered'),
  invitation: z.enum(['', ...INVITATIONS], { error: 'Choose how it was bought' }).default(''),
  sme: YES_NO,
  vcse: YES_NO,
})
const NAMES = Object.keys(CodeForm.shape) as (keyof typeof CodeForm.shape)[]

const flag = (said: '' | 'yes' | 'no'): boolean | null => (said === '' ? null : said === 'yes')
const word = (said: boolean | null): string => (said === null ? '' : said ? 'yes' : 'no')

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const id = idOf(request, 'contractId')
  const { contract, facts } = await inReading(request.ctx, async (db: Reader<ContractsTables>) => ({
    contract: await getContract(db, id),
    facts: await readCodeFacts(db, id),
  }))
  const stored = {
    vat: facts.irrecoverableVatPence === null ? '' : String(facts.irrecoverableVatPence / 100),
    invitation: facts.invitation ?? '',
    sme: word(facts.isSme),
    vcse: word(facts.isVcse),
  }
  const fields = errors.length > 0 ? typedTexts(request.form, NAMES) : stored
  return pageOfContract(request, h(EditCodeFactsView, { contract, errors, fields }), errors, {
    title: 'What the Transparency Code asks',
    back: { href: contractPath(id), text: contract.title },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(CodeForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const id = idOf(request, 'contractId')
  const { vat, invitation, sme, vcse } = form.value
  await setCodeFacts(request.ctx, id, {
    irrecoverableVatPence: vat,
    invitation: invitation || null,
    isSme: flag(sme),
    isVcse: flag(vcse),
  })
  return redirect(`${contractPath(id)}?done=code`)
}
