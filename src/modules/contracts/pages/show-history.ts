import { isDeepStrictEqual } from 'node:util'
import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import type { Answer } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import type { ContractText, Extension } from '../model.ts'
import { endOn } from '../rules/term.ts'
import { getContract, listExtensions } from '../store/contracts.ts'
import { type FormerText, listFormerTexts } from '../store/former-texts.ts'
import type { ContractsTables } from '../tables.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'
import { type HistoryRow, ShowHistoryView } from './show-history.view.tsx'

const PAGE_SIZE = 20

/** Each change with what it changed: the text before beside the text after. */
const textRows = (current: ContractText, former: readonly FormerText[]): HistoryRow[] =>
  former.map((one, at) => {
    const after = former[at + 1]?.text ?? current
    const keys = Object.keys(one.text) as (keyof ContractText)[]
    const changed = keys.filter((key) => !isDeepStrictEqual(one.text[key], after[key]))
    const changes = changed.map((key) => ({ key, before: one.text[key], after: after[key] }))
    return { on: one.untilOn, why: one.why, personName: one.personName, changes }
  })

/** Options to extend that were taken; each moves the last day on from what it was. */
const extensionRows = (contract: ContractText, extensions: readonly Extension[]): HistoryRow[] =>
  extensions.flatMap(({ takenOn, untilOn, note }) => {
    if (takenOn === null) return []
    const before = extensions.filter((one) => one.takenOn !== null && one.takenOn < takenOn)
    const change = { key: 'endsOn' as const, before: endOn(contract, before, takenOn), after: untilOn }
    const why = ['An option to extend was taken', note].filter(Boolean).join(': ')
    return [{ on: takenOn, why, personName: null, changes: [change] }]
  })

export const get = async (request: PageRequest): Promise<Answer> => {
  const { ctx, query } = request
  const id = idOf(request, 'contractId')
  const { contract, former, extensions } = await inReading(ctx, async (db: Reader<ContractsTables>) => ({
    contract: await getContract(db, id),
    former: await listFormerTexts(db, id),
    extensions: (await listExtensions(db, id)).get(id) ?? [],
  }))
  // Newest first; of one day, the later line of the register first.
  const rows = [...textRows(contract, former), ...extensionRows(contract, extensions)]
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .reverse()
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const body = h(ShowHistoryView, {
    contract,
    on: today(ctx),
    rows: rows.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE),
    paging: { path: `${contractPath(id)}/history`, query, state, total: rows.length },
  })
  return pageOfContract(request, body, [], {
    title: `History of ${contract.title}`,
    back: { href: contractPath(id), text: contract.title },
    isWide: true,
  })
}
