import { h } from 'preact'
import { today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import type { Answer } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import type { ContractText } from '../model.ts'
import { getContract } from '../store/contracts.ts'
import { type FormerText, listFormerTexts } from '../store/former-texts.ts'
import type { ContractsTables } from '../tables.ts'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'
import { type HistoryRow, ShowHistoryView } from './show-history.view.tsx'

const PAGE_SIZE = 20

/** Each change with what it changed: the text before beside the text after. Newest first. */
const rowsOf = (current: ContractText, former: readonly FormerText[]): HistoryRow[] =>
  former
    .map((one, at) => {
      const after = former[at + 1]?.text ?? current
      const keys = Object.keys(one.text) as (keyof ContractText)[]
      const changed = keys.filter((key) => JSON.stringify(one.text[key]) !== JSON.stringify(after[key]))
      return { ...one, changes: changed.map((key) => ({ key, before: one.text[key], after: after[key] })) }
    })
    .reverse()

export const get = async (request: PageRequest): Promise<Answer> => {
  const { ctx, query } = request
  const id = idOf(request, 'contractId')
  const { contract, former } = await inReading(ctx, async (db: Reader<ContractsTables>) => ({
    contract: await getContract(db, id),
    former: await listFormerTexts(db, id),
  }))
  const rows = rowsOf(contract, former)
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
