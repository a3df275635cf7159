import { h } from 'preact'
import { basisWords, inAnalysis, measureBasis, readSlice, sliceHref } from '#spend'
import { today } from '../../../platform/context.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { moveStage } from '../actions/purchases.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { purchaseSentence } from '../messages/purchase-words.ts'
import type { ContractEnding } from '../model/contract-ending.ts'
import { type Purchase, STAGE_MOVES, STAGES } from '../model/purchase.ts'
import { PIPELINE_PATH, purchasePath } from '../paths.ts'
import { nextSteps } from '../rules/next-steps.ts'
import { mayEdit } from '../rules/purchase.ts'
import { SECTIONS } from '../sections/all-sections.ts'
import { findContractEnding } from '../store/contract-endings.ts'
import type { ProcurementTables } from '../tables.ts'
import { placeNames } from './place-names.ts'
import { mayManage, purchaseOfRequest } from './purchase-request.ts'
import { type SectionRow, ShowPurchaseView, type SpendOfCategory } from './show-purchase.view.tsx'
import { soonAround } from './soon.ts'

const NEXT_SHOWN = 5

const readSections = ({ ctx }: PageRequest, purchase: Purchase) =>
  inReading<ProcurementTables, SectionRow[]>(ctx, async (db) => {
    const rows: SectionRow[] = []
    for (const section of SECTIONS) {
      const state = await section.state(db, purchase, today(ctx))
      rows.push({ title: section.title, href: section.path(purchase), ...state })
    }
    return rows
  })

/** What payment files say was paid in the purchase's category; nothing for people who may not see spending. */
const readSpend = async (
  { ctx, visitor }: PageRequest,
  { category }: Purchase,
): Promise<SpendOfCategory | null> => {
  if (category === '' || !visitor.permissions.has('spend.read')) return null
  const slice = readSlice({ category })
  const basis = await inAnalysis(ctx, (calculator) => measureBasis(calculator, slice))
  return { pence: basis.pence, basis: basisWords(basis), href: sliceHref('/spend', slice) }
}

/** The contract it follows, where the register has it. */
const readFollowed = async (
  { ctx }: PageRequest,
  { expiringContract }: Purchase,
): Promise<ContractEnding | null> => {
  if (expiringContract === '') return null
  const found = await inReading<ProcurementTables, ContractEnding | undefined>(ctx, (db) =>
    findContractEnding(db, expiringContract.trim()),
  )
  return found ?? null
}

const show = async (
  request: PageRequest,
  purchase: Purchase,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const law = explainPurchase(purchase)
  const steps = nextSteps([{ purchase, timetable: law.timetable }], soonAround(today(request.ctx)))
  const manages = mayManage(request)
  const view = {
    purchase,
    follows: await readFollowed(request, purchase),
    places: await placeNames(request.ctx, purchase.placeIds),
    sections: await readSections(request, purchase),
    next: steps.slice(0, NEXT_SHOWN),
    questions: law.questions.length,
    spend: await readSpend(request, purchase),
    moves: manages ? STAGES.filter((stage) => STAGE_MOVES[purchase.stage].includes(stage)) : [],
    mayEdit: manages && mayEdit(purchase),
    errors,
  }
  return page(purchase.title, h(ShowPurchaseView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: PIPELINE_PATH, text: 'Pipeline' },
    width: 'wide',
  })
}

export const get = async (request: PageRequest): Promise<Answer> =>
  show(request, await purchaseOfRequest(request), [])

/** Moves it to another stage, or says what is still to do. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const purchase = await purchaseOfRequest(request)
  const to = STAGES.find((stage) => stage === typed(request.form, 'to'))
  if (!to) return show(request, purchase, [{ field: 'to', message: 'Choose the next stage' }])
  const version = Number(typed(request.form, 'version')) || 0
  const decision = await moveStage(request.ctx, purchase.id, version, to)
  if (decision.ok) return redirect(purchasePath(purchase.id))
  return show(request, purchase, [{ field: 'to', message: purchaseSentence(decision) }])
}
