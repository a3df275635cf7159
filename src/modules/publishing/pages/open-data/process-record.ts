import { NotFound } from '../../../../platform/errors.ts'
import { type Answer, content } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { listReleases } from '../../store/log.ts'
import { recordPackage } from '../../writing/packages.ts'
import { packageFacts, readPublic, readPublishers } from './request.ts'

/** One process by its ocid, as a record package: its releases, what holds now, and the history of each field. */
export const get = async (request: Pick<PageRequest, 'ctx' | 'params'>): Promise<Answer> => {
  const ocid = (request.params.ocid ?? '').replace(/\.json$/, '')
  const found = await readPublic(request, async (db) => {
    const publisher = (await readPublishers(db)).find(({ ocidPrefix }) => ocid.startsWith(`${ocidPrefix}-`))
    return publisher && { publisher, releases: await listReleases(db, publisher.authorityId, ocid) }
  })
  if (!found || found.releases.length === 0) throw new NotFound('Nothing is published under this ocid.')
  const { publisher, releases } = found
  const lastAt = new Date(String(releases.at(-1)?.date))
  const facts = packageFacts(request.ctx, publisher, `/open-data/ocds/processes/${ocid}`, lastAt)
  const bytes = Buffer.from(JSON.stringify(recordPackage([releases], facts)))
  return content({
    contentType: 'application/json; charset=utf-8',
    etag: `process-${ocid}-${releases.length}`,
    bytes: bytes.length,
    open: (from, to) => bytes.subarray(from, to),
  })
}
