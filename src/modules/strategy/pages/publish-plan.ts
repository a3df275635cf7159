import { h } from 'preact'
import { z } from 'zod'
import { getOrganisation, type IdentityTables } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { listOf, textField } from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { publishPlan } from '../actions/plans.ts'
import { refusalSentence } from '../messages.ts'
import { type PlanContent, TEXT_LIMITS } from '../model.ts'
import { buildPlan } from '../plan-content.ts'
import { decidePlan, PRINT_SIZES, printSizeOf } from '../rules/plan-fit.ts'
import { listPlansOf } from '../store/plans.ts'
import { listRoles } from '../store/roles.ts'
import { listShared } from '../store/sharing.ts'
import { listTrees } from '../store/trees.ts'
import type { StrategyTables } from '../tables.ts'
import { planPath } from './paths.ts'
import { PublishPlanView } from './publish-plan.view.tsx'

const SMALLEST = PRINT_SIZES.at(-1) ?? 7

const read = ({ ctx }: PageRequest) =>
  inReading(ctx, async (db: Reader<StrategyTables>) => ({
    trees: await listTrees(db, ['adopted']),
    roles: await listRoles(db),
    shared: await listShared(db),
    plans: await listPlansOf(db, ctx.authorityId ?? ''),
    organisation: await getOrganisation(db as unknown as Reader<IdentityTables>, ctx.authorityId ?? ''),
  }))

/** What the last edition had, as far as it is still adopted; before the first, as many as one page takes. */
const firstChoice = (
  newest: { readonly content: PlanContent } | undefined,
  priorities: readonly { readonly value: string }[],
): string[] => {
  const adopted = priorities.map(({ value }) => value)
  const before = newest?.content.priorities.map(({ id }) => id).filter((id) => adopted.includes(id)) ?? []
  return before.length > 0 ? before : adopted.slice(0, TEXT_LIMITS.planPriorities)
}

const show = async (
  request: PageRequest,
  isTyped: boolean,
  errors: readonly FieldError[],
): Promise<Answer> => {
  const { trees, roles, shared, plans, organisation } = await read(request)
  const { form } = request
  const priorities = trees.flatMap((tree) =>
    tree.priorities.map(({ id, title }) => ({ value: id, text: title, hint: tree.version.title })),
  )
  const [newest] = plans
  const draft = isTyped
    ? {
        title: typed(form, 'title'),
        introduction: typed(form, 'introduction'),
        priorityIds: listOf(form, 'priorities'),
      }
    : {
        title: newest?.content.title ?? 'What we want for our place',
        introduction: newest?.content.introduction ?? '',
        priorityIds: firstChoice(newest, priorities),
      }
  const content = buildPlan(draft, { organisation: organisation.name, trees, roles, shared })
  const view = {
    draft,
    priorities,
    errors,
    slug: organisation.slug,
    edition: (newest?.edition ?? 0) + 1,
    published: plans.map(({ edition, publishedAt, personName }) => ({ edition, publishedAt, personName })),
    preview: isTyped && decidePlan(content).ok ? { content, size: printSizeOf(content) ?? SMALLEST } : null,
    address: `${request.ctx.siteUrl}${planPath(organisation.slug, (newest?.edition ?? 0) + 1)}`,
  }
  return page('Publish a plan on a page', h(PublishPlanView, view), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/strategy', text: 'Strategy' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, false, [])

const PlanForm = z.object({
  title: textField('a title', TEXT_LIMITS.planTitle),
  introduction: textField('an introduction', TEXT_LIMITS.planIntroduction),
})

/** The form has two buttons: one shows the sheet, the other publishes it. */
export const post = async (request: PageRequest): Promise<Answer> => {
  const form = readForm(PlanForm, request.form)
  if (!form.ok) return show(request, true, form.errors)
  const priorityIds = [...new Set(listOf(request.form, 'priorities'))]
  const draft = { ...form.value, priorityIds }
  if (typed(request.form, 'action') === 'look') {
    const { trees, roles, shared, organisation } = await read(request)
    const decision = decidePlan(buildPlan(draft, { organisation: organisation.name, trees, roles, shared }))
    const errors = decision.ok ? [] : [{ field: 'priorities', message: refusalSentence(decision.refusal) }]
    return show(request, true, errors)
  }
  const published = await publishPlan(request.ctx, draft)
  return published.ok
    ? redirect(planPath(published.value.slug))
    : show(request, true, [{ field: 'priorities', message: refusalSentence(published.refusal) }])
}
