import type { Change, Tender, TenderDocument, TenderVersion } from './model.ts'
import type { Fits } from './read-fits.ts'
import type { Opportunity } from './read-opportunity.ts'
import { stateOf } from './rules/deadlines.ts'

/** A tender as the API and the command line tell it. */
export const tenderJson = (tender: Tender, now: Date) => ({
  id: tender.id,
  reference: tender.reference,
  title: tender.title,
  summary: tender.summary,
  state: stateOf(tender, now),
  version: tender.version,
  publishedAt: tender.publishedAt?.toISOString() ?? null,
  deadline: tender.deadline.toISOString(),
  questionDeadline: tender.questionDeadline.toISOString(),
  category: tender.category,
  placeName: tender.placeName,
  valuePence: tender.valuePence,
  publicKey: tender.publicKey,
  cancelledBecause: tender.cancelledBecause || null,
})

/** Opportunities for a supplier of the directory, each with why it stands there. */
export const fitsJson = ({ listing, fits }: Fits, now: Date) => ({
  supplier: { id: listing.entryId, name: listing.content.name },
  opportunities: fits.map((fit) => ({ ...tenderJson(fit, now), buyer: fit.buyer, nearness: fit.nearness })),
})

const documentJson = ({
  id,
  title,
  fileName,
  bytes,
  fileHash,
  fromVersion,
  untilVersion,
}: TenderDocument) => ({
  id,
  title,
  fileName,
  bytes,
  sha256: fileHash,
  fromVersion,
  untilVersion,
})

const versionJson = ({ version, reason, deadline, publishedAt, changes }: TenderVersion) => ({
  version,
  reason,
  publishedAt: publishedAt.toISOString(),
  deadline: deadline.toISOString(),
  changes: changes.map((change: Change) => ({ ...change })),
})

/** All that anybody may know of a published tender. */
export const opportunityJson = (opportunity: Opportunity, now: Date) => ({
  serverTime: now.toISOString(),
  ...tenderJson(opportunity.tender, now),
  buyer: opportunity.buyer.name,
  planPath: opportunity.planPath,
  content: opportunity.content,
  documents: opportunity.documents.map(documentJson),
  answers: opportunity.answers.map((answer) => ({
    ...answer,
    publishedAt: answer.publishedAt.toISOString(),
  })),
  versions: opportunity.versions.map(versionJson),
  extensions: opportunity.extensions.map((extension) => ({
    number: extension.number,
    from: extension.fromDeadline.toISOString(),
    to: extension.toDeadline.toISOString(),
    reason: extension.reason,
    madeAt: extension.madeAt.toISOString(),
  })),
  outages: opportunity.outages.map(({ fromAt, toAt, what, notedBy }) => ({
    from: fromAt.toISOString(),
    to: toAt.toISOString(),
    what,
    notedBy,
  })),
})
