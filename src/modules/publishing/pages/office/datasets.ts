import { h } from 'preact'
import { z } from 'zod'
import { actingAuthority, getOrganisation, type IdentityTables } from '#identity'
import { today } from '../../../../platform/context.ts'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../../platform/http/form.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { publishEdition } from '../../actions/editions.ts'
import { readFilled, readSpendFilled } from '../../read-datasets.ts'
import { editionSentence } from '../../review-words.ts'
import { type Quarter, quartersBefore } from '../../rules/publication/quarter.ts'
import { DATASETS, listEditions } from '../../store/editions.ts'
import type { PublishingTables } from '../../tables.ts'
import { DatasetsView } from './datasets.view.tsx'

const QUARTERS = 8

const filledIn = async (db: Reader<PublishingTables>, quarter: Quarter | undefined) =>
  quarter
    ? { quarter: quarter.name, ...(await readFilled(db, quarter)), spend: await readSpendFilled(db, quarter) }
    : null

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const authorityId = actingAuthority(request.ctx)
  const [last] = quartersBefore(today(request.ctx), 1)
  const found = await inReading(request.ctx, async (db: Reader<PublishingTables>) => ({
    slug: (await getOrganisation(db as unknown as Reader<IdentityTables>, authorityId)).slug,
    editions: await listEditions(db, authorityId),
    filled: await filledIn(db, last),
  }))
  const view = {
    ...found,
    quarters: quartersBefore(today(request.ctx), QUARTERS).map(({ name }) => name),
    errors,
    fields: { dataset: typed(request.form, 'dataset'), period: typed(request.form, 'period') },
    mayManage: request.visitor.permissions.has('publishing.manage'),
  }
  return page('Data sets', h(DatasetsView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: '/publishing', text: 'Publication' },
    notice: request.query.done && errors.length === 0 ? { kind: 'success', text: 'Published.' } : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const DatasetForm = z.object({
  dataset: z.enum(DATASETS, { error: 'Choose a data set' }),
  period: z.string({ error: 'Choose a quarter' }),
  withhold: z.string().optional(),
})

export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(DatasetForm, request.form)
  if (!form.ok) return show(request, form.errors)
  const { dataset, period, withhold } = form.value
  const made = await publishEdition(request.ctx, dataset, period, withhold === 'yes')
  return made.ok
    ? redirect('/publishing/datasets?done=yes')
    : show(request, [{ field: 'period', message: editionSentence(made.refusal, made.facts) }])
}
