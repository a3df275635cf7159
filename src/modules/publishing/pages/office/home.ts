import { h } from 'preact'
import { actingAuthority, getOrganisation, type IdentityTables } from '#identity'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { openPublication, publishAll } from '../../actions/publish.ts'
import { publisherSettings } from '../../publisher-settings.ts'
import { endOfLog } from '../../store/log.ts'
import { totalPublic } from '../../store/public-site.ts'
import { findPublisher } from '../../store/publishers.ts'
import { listHeld, listNames } from '../../store/review.ts'
import type { PublishingTables } from '../../tables.ts'
import { PublishingHomeView } from './home.view.tsx'

const FIELDS = ['ocidPrefix', 'orgId', 'grantsPrefix', 'contact'] as const
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>

const read = (request: PageRequest) =>
  inReading(request.ctx, async (db: Reader<PublishingTables>) => {
    const authorityId = actingAuthority(request.ctx)
    const { slug } = await getOrganisation(db as unknown as Reader<IdentityTables>, authorityId)
    return {
      slug,
      publisher: (await findPublisher(db, authorityId)) ?? null,
      totals: await totalPublic(db, authorityId),
      end: await endOfLog(db, authorityId),
      held: await listHeld(db),
      namesWaiting: (await listNames(db)).filter(({ decision }) => decision === null).length,
    }
  })

const DONE: Readonly<Record<string, string>> = {
  opened: 'The publication is open. Publish what there is when you are ready.',
}

const noticeOf = ({ query }: PageRequest): string | undefined => {
  if (query.done === 'published')
    return `${Number(query.releases) || 0} releases published${Number(query.held) > 0 ? `; ${Number(query.held)} held back` : ''}.`
  return DONE[query.done ?? '']
}

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const found = await read(request)
  const { publisher } = found
  const fields: Typed = {
    ocidPrefix: typed(request.form, 'ocidPrefix') || (publisher?.ocidPrefix ?? ''),
    orgId: typed(request.form, 'orgId') || (publisher?.orgId ?? ''),
    grantsPrefix: typed(request.form, 'grantsPrefix') || (publisher?.grantsPrefix ?? ''),
    contact: typed(request.form, 'contact') || (publisher?.contact ?? ''),
  }
  const mayManage = request.visitor.permissions.has('publishing.manage')
  const notice = errors.length === 0 ? noticeOf(request) : undefined
  return page('Publication', h(PublishingHomeView, { ...found, fields, errors, mayManage }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    notice: notice ? { kind: 'success', text: notice } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** Opens the publication, or changes contact and 360Giving prefix. An ocid prefix that was used stays. */
export const postSettings = async (request: PageRequest): Promise<Answer> => {
  const { publisher } = await read(request)
  const kept = publisher ? { ocidPrefix: publisher.ocidPrefix, orgId: publisher.orgId } : {}
  const form = readForm(publisherSettings, { ...request.form, ...kept })
  if (!form.ok) return show(request, form.errors)
  await openPublication(request.ctx, form.value)
  return redirect('/publishing?done=opened')
}

export const postPublish = async (request: PageRequest): Promise<Answer> => {
  const published = await publishAll(request.ctx)
  return published
    ? redirect(`/publishing?done=published&releases=${published.releases}&held=${published.held}`)
    : show(request, [{ field: 'ocidPrefix', message: 'Open the publication first' }])
}
