import { h } from 'preact'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { type Answer, redirect } from '../../../platform/http/answer.ts'
import { idOf } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTable } from '../../../platform/tables/read-table.ts'
import { recordInvoices } from '../actions/invoices.ts'
import { type InvoicesRead, readInvoices } from '../reading/read-invoices.ts'
import { getContract } from '../store/contracts.ts'
import type { ContractsTables } from '../tables.ts'
import { ImportInvoicesView } from './import-invoices.view.tsx'
import { pageOfContract } from './page-of-contract.ts'
import { contractPath } from './paths.ts'

const MOST_BYTES = 10 * 1024 ** 2

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const id = idOf(request, 'contractId')
  const contract = await inReading(request.ctx, (db: Reader<ContractsTables>) => getContract(db, id))
  return pageOfContract(request, h(ImportInvoicesView, { contract, errors }), errors, {
    title: 'Import invoices',
    back: { href: `${contractPath(id)}/supplier`, text: 'Supplier' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const read = async (content: Buffer): Promise<InvoicesRead> => {
  try {
    const { rows } = await readTable(content)
    return readInvoices(rows.map(({ cells }) => cells))
  } catch (error) {
    if (error instanceof Unusable) return { ok: false, sentences: [error.message] }
    throw error
  }
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const { upload } = request
  const content = upload && (await readUpload(upload, MOST_BYTES))
  if (!upload || upload.name === '') return show(request, [{ field: 'file', message: 'Choose a file' }])
  if (!content) return show(request, [{ field: 'file', message: 'The file is larger than 10 MB. Split it' }])
  const found = await read(content)
  if (!found.ok)
    return show(
      request,
      found.sentences.map((message) => ({ field: 'file', message })),
    )
  const id = idOf(request, 'contractId')
  await recordInvoices(request.ctx, id, found.invoices)
  return redirect(`${contractPath(id)}/supplier?done=invoices`)
}
