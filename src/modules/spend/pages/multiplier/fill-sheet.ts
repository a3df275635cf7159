import { h } from 'preact'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { fillSheet } from '../../actions/multiplier/studies.ts'
import { sheetRefusal } from '../../messages/multiplier.ts'
import type { MultiplierSheet, MultiplierStudy } from '../../model/multiplier.ts'
import { poundsText, readPounds } from '../../rules/multiplier/sheet-rows.ts'
import { getSheet, getStudy } from '../../store/multiplier.ts'
import type { SpendTables } from '../../tables.ts'
import { FillSheetView, type TypedSheet } from './fill-sheet.view.tsx'
import { idIn, studyPath } from './paths.ts'

type Found = { readonly study: MultiplierStudy; readonly sheet: MultiplierSheet }

const read = ({ ctx, params }: PageRequest): Promise<Found> =>
  inReading<SpendTables, Found>(ctx, async (db) => {
    const studyId = idIn(params.studyId)
    return { study: await getStudy(db, studyId), sheet: await getSheet(db, studyId, idIn(params.sheetId)) }
  })

const show = async (
  request: PageRequest,
  found: Found,
  filled: TypedSheet,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const canManage = request.visitor.permissions.has('spend.manage')
  return page(
    `Sheet: ${found.sheet.name}`,
    h(FillSheetView, { ...found, typed: filled, canManage, errors }),
    {
      status: errors.length > 0 ? 400 : 200,
      hasErrors: errors.length > 0,
      backLink: { href: studyPath(found.study.id), text: found.study.title },
    },
  )
}

export const get = async (request: PageRequest): Promise<Answer> => {
  const found = await read(request)
  const { incomePence, localStaffPence, localSuppliersPence } = found.sheet
  const filled = {
    income: poundsText(incomePence),
    staff: poundsText(localStaffPence),
    suppliers: poundsText(localSuppliersPence),
  }
  return show(request, found, filled, [])
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const found = await read(request)
  const at = (field: string) => typed(request.form, field)
  const filled = { income: at('income'), staff: at('staff'), suppliers: at('suppliers') }
  const amounts = {
    income: readPounds(filled.income),
    staff: readPounds(filled.staff || '0'),
    suppliers: readPounds(filled.suppliers || '0'),
  }
  const errors = Object.entries(amounts)
    .filter(([, pence]) => pence === undefined)
    .map(([field]) => ({ field, message: 'Enter an amount in pounds, like 1,234.50' }))
  if (errors.length > 0) return show(request, found, filled, errors)
  const done = await fillSheet(request.ctx, found.study.id, found.sheet.id, {
    incomePence: amounts.income ?? 0,
    localStaffPence: amounts.staff ?? 0,
    localSuppliersPence: amounts.suppliers ?? 0,
  })
  if (done.ok) return redirect(studyPath(found.study.id))
  const field =
    done.refusal === 'staff-employ-nobody'
      ? 'staff'
      : done.refusal === 'income-missing'
        ? 'income'
        : 'suppliers'
  return show(request, found, filled, [{ field, message: sheetRefusal(done.refusal) }])
}
