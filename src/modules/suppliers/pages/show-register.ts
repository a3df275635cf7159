import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState, type TablePaging } from '../../../platform/views/views.ts'
import { removeRegister } from '../actions/remove-register.ts'
import { ENTRY_STATUS_TEXT, refusalText, SUPPLIER_KIND_TEXT, SUPPLIER_SIZE_TEXT } from '../messages.ts'
import {
  ENTRY_STATUSES,
  type EntryFigure,
  REJECTS_KEPT,
  type Register,
  type RegisterReject,
  SUPPLIER_KINDS,
  SUPPLIER_SIZES,
} from '../model.ts'
import { getRegister, listRejects } from '../store/registers.ts'
import type { SupplierTables } from '../tables.ts'
import { lineOf, type RegisterLine } from './list-registers.ts'
import { REGISTERS_PATH, registerPath } from './paths.ts'
import { ShowRegisterView } from './show-register.view.tsx'

export type Figure = { readonly text: string; readonly entries: number }

export type ShowRegisterProps = RegisterLine & {
  readonly byKind: readonly Figure[]
  readonly bySize: readonly Figure[]
  readonly byStatus: readonly Figure[]
  readonly rejects: readonly RegisterReject[]
  readonly paging: TablePaging
  readonly mayImport: boolean
  readonly problem: string | null
}

const PAGE_SIZE = 50

const sumWhere = (figures: readonly EntryFigure[], test: (figure: EntryFigure) => boolean): number =>
  figures.filter(test).reduce((sum, figure) => sum + figure.entries, 0)

/** Entries by kind, size and status; what nobody has is left out. */
const figuresOf = (register: Register): Pick<ShowRegisterProps, 'byKind' | 'bySize' | 'byStatus'> => {
  const figures = register.current?.figures ?? []
  const some = (all: readonly Figure[]) => all.filter((figure) => figure.entries > 0)
  return {
    byKind: some(
      SUPPLIER_KINDS.map((kind) => ({
        text: SUPPLIER_KIND_TEXT[kind],
        entries: sumWhere(figures, (each) => each.kind === kind),
      })),
    ),
    bySize: some([
      ...SUPPLIER_SIZES.map((size) => ({
        text: SUPPLIER_SIZE_TEXT[size],
        entries: sumWhere(figures, (each) => each.size === size),
      })),
      { text: 'Size not known', entries: sumWhere(figures, (each) => each.size === null) },
    ]),
    byStatus: some(
      ENTRY_STATUSES.map((status) => ({
        text: ENTRY_STATUS_TEXT[status],
        entries: sumWhere(figures, (each) => each.status === status),
      })),
    ),
  }
}

const show = async (request: PageRequest, problem: string | null): Promise<Answer> => {
  const { ctx, params, query, visitor } = request
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const { register, rejects } = await inReading(ctx, async (db: Reader<SupplierTables>) => {
    const found = await getRegister(db, params.registerId ?? '')
    const load = found.latest ?? found.current
    return { register: found, rejects: load ? await listRejects(db, load, REJECTS_KEPT) : [] }
  })
  const view: ShowRegisterProps = {
    ...lineOf(register, today(ctx), ctx.clock.now()),
    ...figuresOf(register),
    rejects: rejects.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: registerPath(register.registerId), query, state, total: rejects.length },
    mayImport: visitor.permissions.has('suppliers.import'),
    problem,
  }
  return page(register.name, h(ShowRegisterView, view), {
    status: problem === null ? 200 : 400,
    hasErrors: problem !== null,
    width: 'wide',
    backLink: { href: REGISTERS_PATH, text: 'Registers' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null)

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  const removed = await removeRegister(request.ctx, request.params.registerId ?? '')
  return removed.ok || removed.refusal === 'no-such-register'
    ? redirect(REGISTERS_PATH)
    : show(request, refusalText(removed.refusal))
}
