import { findOrganisation, type IdentityTables } from '#identity'
import { listPlansOf, type StrategyTables } from '#strategy'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import type {
  Extension,
  Outage,
  PublishedAnswer,
  Tender,
  TenderContent,
  TenderDocument,
  TenderVersion,
} from './model.ts'
import { listExtensions, listOutages } from './store/changes.ts'
import { listDocuments } from './store/documents.ts'
import { listAnswers } from './store/enquiries.ts'
import { findPublicTender } from './store/tenders.ts'
import { listVersions } from './store/versions.ts'
import type { TendersTables } from './tables.ts'

export type Opportunity = {
  readonly tender: Tender
  readonly buyer: { readonly name: string; readonly slug: string }
  /** The newest published plan on a page of the buyer; null where it has none. */
  readonly planPath: string | null
  readonly content: TenderContent
  readonly versions: readonly TenderVersion[]
  readonly documents: readonly TenderDocument[]
  readonly answers: readonly PublishedAnswer[]
  readonly extensions: readonly Extension[]
  readonly outages: readonly Outage[]
}

/** All that anybody may read of a published tender. Throws NotFound where there is none. */
export const readOpportunity = async (
  reader: Reader<TendersTables>,
  reference: string,
): Promise<Opportunity> => {
  const db = reader as unknown as Reader<TendersTables & IdentityTables & StrategyTables>
  const tender = await findPublicTender(db as never, reference)
  if (!tender) throw new NotFound('There is no such opportunity.')
  const own = db as unknown as Reader<TendersTables>
  const versions = await listVersions(own, tender.id)
  const content = versions[0]?.content
  if (!content) throw new NotFound('There is no such opportunity.')
  const buyer = await findOrganisation(db as never, tender.authorityId)
  const plans = await listPlansOf(db as never, tender.authorityId)
  const outages = await listOutages(own, tender.authorityId)
  const since = tender.publishedAt ?? tender.deadline
  return {
    tender,
    buyer: { name: buyer?.name ?? 'A council', slug: buyer?.slug ?? '' },
    planPath: buyer && plans.length > 0 ? `/plans/${buyer.slug}` : null,
    content,
    versions,
    documents: (await listDocuments(own, tender.id)).filter(({ fromVersion }) => fromVersion !== null),
    answers: await listAnswers(own, tender.id),
    extensions: await listExtensions(own, tender.id),
    outages: outages.filter(({ toAt, fromAt }) => toAt > since && fromAt < tender.deadline),
  }
}
