import { sql } from 'kysely'
import type { Reader } from '../../../platform/database.ts'
import { groupIdIn } from '../model/groups.ts'
import type { Slice } from '../model.ts'
import type { SpendTables } from '../tables.ts'
import { kindOfPayee, supplierOfPayee } from './facts.ts'

export type PaymentLine = {
  readonly importId: string
  readonly part: number
  readonly rowNumber: number
  readonly fileName: string
  readonly paidOn: string | null
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly payeeId: number
  readonly payeeName: string
  readonly tier: string
  readonly amountPence: number
  readonly body: string | null
  readonly department: string | null
  readonly category: string | null
  readonly description: string | null
  readonly reference: string | null
}

const sectorIs = (sector: string) =>
  sector === '(none)' ? sql<boolean>`payee.sector is null` : sql<boolean>`payee.sector = ${sector}`

/** A supplier, or all the suppliers of a group. */
const isPaidTo = (supplier: string) => {
  const groupId = groupIdIn(supplier)
  if (groupId === null) return sql<boolean>`${supplierOfPayee('payee')} = ${supplier}`
  return sql<boolean>`payee.supplier_key in (select member.supplier_key from spend.supplier_group_member member
    where member.authority_id = payee.authority_id and member.group_id::text = ${groupId})`
}

const selectLines = (db: Reader<SpendTables>, slice: Slice) =>
  db
    .selectFrom('spend.payment as line')
    .innerJoin('spend.import as file', (join) =>
      join
        .onRef('file.authority_id', '=', 'line.authority_id')
        .onRef('file.id', '=', 'line.import_id')
        .on('file.status', '=', 'counted'),
    )
    .innerJoin('spend.payee as payee', (join) =>
      join.onRef('payee.authority_id', '=', 'line.authority_id').onRef('payee.id', '=', 'line.payee_id'),
    )
    .where((eb) => {
      const day = sql<string>`coalesce(line.paid_on, line.period_from)`
      const equals = (column: 'category' | 'department', value: string) =>
        value === '(none)' ? eb(`line.${column}`, 'is', null) : eb(`line.${column}`, '=', value)
      return eb.and([
        ...(slice.fromMonth ? [eb(day, '>=', `${slice.fromMonth}-01`)] : []),
        ...(slice.toMonth
          ? [sql<boolean>`${day} < (${`${slice.toMonth}-01`}::date + interval '1 month')`]
          : []),
        ...(slice.tier ? [eb('payee.tier', '=', slice.tier)] : []),
        ...(slice.category ? [equals('category', slice.category)] : []),
        ...(slice.department ? [equals('department', slice.department)] : []),
        ...(slice.payeeId !== null ? [eb('line.payee_id', '=', slice.payeeId)] : []),
        ...(slice.importId ? [eb('line.import_id', '=', slice.importId)] : []),
        ...(slice.kind ? [sql<boolean>`${kindOfPayee('payee')} = ${slice.kind}`] : []),
        ...(slice.sector ? [sectorIs(slice.sector)] : []),
        ...(slice.supplier ? [isPaidTo(slice.supplier)] : []),
      ])
    })
    .select([
      'line.import_id as importId',
      'line.part',
      'line.row_number as rowNumber',
      'file.file_name as fileName',
      'line.paid_on as paidOn',
      'line.period_from as periodFrom',
      'line.period_to as periodTo',
      'line.payee_id as payeeId',
      'payee.name as payeeName',
      'payee.tier',
      'line.amount_pence as amountPence',
      'line.body',
      'line.department',
      'line.category',
      'line.description',
      'line.reference',
    ])
    .orderBy(sql`line.paid_on`, (order) => order.desc().nullsFirst())
    .orderBy('line.import_id')
    .orderBy('line.row_number')

/** One page of the payments of a slice, newest first. */
export const listPayments = (
  db: Reader<SpendTables>,
  slice: Slice,
  limit: number,
  offset: number,
): Promise<PaymentLine[]> => selectLines(db, slice).limit(limit).offset(offset).execute()

/** All payments of a slice, streamed, for exports. */
export const streamPayments = (db: Reader<SpendTables>, slice: Slice): AsyncIterable<PaymentLine> =>
  selectLines(db, slice).stream(2000)
