import { StringDecoder } from 'node:string_decoder'
import { h } from 'preact'
import { actingAuthority, getOrganisation, type IdentityTables } from '#identity'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import { typed } from '../../../../platform/http/form.ts'
import type { PageRequest, Upload } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { importReleases, type ReleasesImported } from '../../import-releases.ts'
import { ImportReleasesView } from './import-releases.view.tsx'

export const MOST_BYTES = 200 * 1024 ** 2

class TooLarge extends Error {}

/** The text of an upload as it arrives. Throws where it goes on for too long. */
async function* textOf(content: Upload['content']): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let bytes = 0
  for await (const piece of content as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > MOST_BYTES) throw new TooLarge()
    yield decoder.write(piece)
  }
  yield decoder.end()
}

const nameOf = (request: PageRequest): Promise<string> =>
  inReading(request.ctx, async (db: Reader<IdentityTables>) => {
    const { name } = await getOrganisation(db, actingAuthority(request.ctx))
    return name
  })

const show = async (request: PageRequest, outcome: ReleasesImported | null, problem: string | null) =>
  page('Import open data', h(ImportReleasesView, { outcome, problem, own: await nameOf(request) }), {
    status: problem === null ? 200 : 400,
    hasErrors: problem !== null,
    backLink: { href: '/contracts', text: 'Contracts' },
  })

export const get = (request: PageRequest): Promise<Answer> => show(request, null, null)

export const post = async (request: PageRequest): Promise<Answer> => {
  const { upload, form, ctx } = request
  if (!upload || upload.name === '') return show(request, null, 'Choose a file')
  const own = typed(form, 'anyBuyer') === 'yes' ? '' : await nameOf(request)
  try {
    return await show(
      request,
      await importReleases(ctx, { name: upload.name, content: textOf(upload.content) }, own),
      null,
    )
  } catch (error) {
    if (error instanceof TooLarge) return show(request, null, 'The file is larger than 200 MB. Split it.')
    throw error
  }
}
