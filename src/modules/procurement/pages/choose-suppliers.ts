import { h } from 'preact'
import {
  countByPostcode,
  type DirectorySearch,
  listCategories,
  listListings,
  type SupplierTables,
  suggestCategories,
} from '#suppliers'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { readTableState } from '../../../platform/views/views.ts'
import { inviteSuppliers } from '../actions/engagement.ts'
import { readDirectoryInvitees } from '../directory-invitees.ts'
import { ENGAGEMENT_REFUSALS } from '../messages/engagement-words.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { readEngagement } from '../store/engagement.ts'
import { getPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { listOf, purchaseIdOf } from './ask-request.ts'
import { ChooseSuppliersView } from './choose-suppliers.view.tsx'

const PAGE_SIZE = 20
const CATEGORIES = listCategories()

type Db = Reader<ProcurementTables & SupplierTables>

/** What the address asks for. Whoever comes without a question sees the category that the purchase seems to be about. */
const searchOf = (query: PageRequest['query'], purchase: Purchase): DirectorySearch => {
  const trimmed = (text: string | undefined, most: number) =>
    (text ?? '').replaceAll('\0', '').trim().slice(0, most) || null
  const about = `${purchase.category} ${purchase.title} ${purchase.purpose}`
  const asked = query.category ?? (query.q === undefined ? suggestCategories(about)[0] : '')
  const district = trimmed(query.district, 4)?.toUpperCase() ?? null
  return {
    words: trimmed(query.q, 200),
    category: CATEGORIES.some(({ code }) => code === asked) ? (asked ?? null) : null,
    district: district && /^[A-Z]{1,2}\d[A-Z\d]?$/.test(district) ? district : null,
    isVcse: query.vcse === 'yes',
  }
}

/** How many of the listed are in each postcode district, by its name. */
const districtsOf = async (db: Db): Promise<{ district: string; suppliers: number }[]> => {
  const everywhere = { words: null, category: null, district: null, isVcse: false }
  const counts = await countByPostcode(db as never, everywhere)
  const byDistrict = new Map<string, number>()
  for (const { postcode, suppliers } of counts) {
    const district = postcode.split(' ')[0] ?? ''
    if (district !== '') byDistrict.set(district, (byDistrict.get(district) ?? 0) + suppliers)
  }
  return [...byDistrict]
    .map(([district, suppliers]) => ({ district, suppliers }))
    .sort((a, b) => a.district.localeCompare(b.district, 'en-GB', { numeric: true }))
}

const show = async (request: PageRequest, errors: readonly FieldError[] = []): Promise<Answer> => {
  const id = purchaseIdOf(request)
  const { query } = request
  const state = readTableState(query, { sortable: [], pageSize: PAGE_SIZE })
  const view = await inReading(request.ctx, async (db: Db) => {
    const purchase = await getPurchase(db as never, id)
    const search = searchOf(query, purchase)
    const counts = await countByPostcode(db as never, search)
    return {
      title: purchase.title,
      search,
      listings: await listListings(db as never, search, PAGE_SIZE, (state.page - 1) * PAGE_SIZE),
      total: counts.reduce((sum, { suppliers }) => sum + suppliers, 0),
      districts: await districtsOf(db),
      engagement: await readEngagement(db as never, id),
    }
  })
  const at = purchasePath(id, 'engagement/suppliers')
  const body = h(ChooseSuppliersView, {
    ...view,
    at,
    back: purchasePath(id, 'engagement'),
    categories: CATEGORIES,
    paging: { path: at, query, state, total: view.total },
    chosen: listOf(request.form, 'entry'),
    eventId: typed(request.form, 'eventId'),
    errors,
  })
  return page(`Invite suppliers of the directory: ${view.title}`, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: purchasePath(id, 'engagement'), text: 'What the market says' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request)

export const post = async (request: PageRequest): Promise<Answer> => {
  const ids = listOf(request.form, 'entry').filter(isId).slice(0, PAGE_SIZE)
  if (ids.length === 0) return show(request, [{ field: 'entry', message: 'Choose at least one supplier' }])
  const invitees = await readDirectoryInvitees(request.ctx, ids)
  if (invitees.length === 0)
    return show(request, [{ field: 'entry', message: 'None of them shows an address to write to' }])
  const id = purchaseIdOf(request)
  const invited = await inviteSuppliers(request.ctx, id, typed(request.form, 'eventId'), invitees)
  return invited.ok
    ? redirect(purchasePath(id, 'engagement'))
    : show(request, [{ field: 'eventId', message: ENGAGEMENT_REFUSALS[invited.refusal] }])
}
