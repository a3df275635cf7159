import { h } from 'preact'
import { actingAuthority } from '#identity'
import type { Decision } from '../../../kernel/decision.ts'
import { NotFound } from '../../../platform/errors.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { type BookRefusal, restoreBook } from '../actions/change-rule-book.ts'
import { changeScheme, chooseCategories } from '../actions/choose-categories.ts'
import { basisWords } from '../basis-words.ts'
import { inAnalysis } from '../calculator.ts'
import { bookRefusalSentence } from '../messages.ts'
import { type Basis, EVERYTHING } from '../model.ts'
import { findScheme, type SchemeInUse } from '../read-rule-books.ts'
import { categoryRuleShape, schemeBookName } from '../rule-books.ts'
import { type CategoryScheme, categorise } from '../rules/categorise.ts'
import { movedBy, withAtPlace, withoutPlace } from '../rules/rule-lists.ts'
import { measureBasis } from '../store/analysis.ts'
import { sumByColumns } from '../store/columns.ts'
import { readHistory } from './edit-influence-rules.ts'
import { EditSchemeView } from './edit-scheme.view.tsx'

const PAGE_SIZE = 25

/** A category in the files' words, with what it is mapped to. Departments and sectors may map its lines differently. */
export type MappedCategory = {
  readonly category: string
  readonly pence: number
  readonly codes: readonly (string | null)[]
  readonly by: 'hand' | 'rule' | null
}

type Line = { category: string | null; department: string | null; sector: string | null; pence: number }

const mapAll = (scheme: CategoryScheme, lines: readonly Line[]): MappedCategory[] =>
  [...Map.groupBy(lines, (line) => line.category)]
    .flatMap(([category, own]) => {
      if (category === null) return []
      const found = own.map((line) => categorise(scheme, line))
      return [
        {
          category,
          pence: own.reduce((sum, line) => sum + line.pence, 0),
          codes: [...new Set(found.map((one) => one?.code ?? null))],
          by: found[0]?.by ?? null,
        },
      ]
    })
    .sort((a, b) => Number(b.codes.includes(null)) - Number(a.codes.includes(null)) || b.pence - a.pence)

type Found = { readonly scheme: SchemeInUse; readonly lines: Line[]; readonly basis: Basis }

const read = (request: PageRequest): Promise<Found> =>
  inAnalysis<Found>(request.ctx, async (calculator) => {
    const scheme = await findScheme(calculator.db, request.params.schemeId ?? '')
    if (!scheme) throw new NotFound('There is no such scheme of categories here.')
    return {
      scheme,
      lines: await sumByColumns(calculator, ['category', 'department', 'sector'], EVERYTHING),
      basis: await measureBasis(calculator, EVERYTHING),
    }
  })

const isShown = (show: string) => (mapped: MappedCategory) =>
  show === '' || mapped.codes.includes(show === 'unmapped' ? null : show)

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { scheme, lines, basis } = await read(request)
  const { versions, names } = await readHistory(request.ctx, schemeBookName(scheme.slug))
  const mapped = mapAll(scheme, lines).filter(isShown(request.query.show ?? ''))
  const asked = Number(request.query.page)
  const at = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
  const body = h(EditSchemeView, {
    scheme,
    mapped: mapped.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE),
    paging: {
      path: `/spend/schemes/${scheme.slug}`,
      query: request.query,
      state: { sort: undefined, direction: 'descending', page: at, pageSize: PAGE_SIZE },
      total: mapped.length,
    },
    basis: basisWords(basis),
    versions,
    names,
    errors,
    typed: {
      field: typed(request.form, 'field'),
      test: typed(request.form, 'test'),
      value: typed(request.form, 'value'),
      code: typed(request.form, 'code'),
    },
    canChange: request.visitor.permissions.has('spend.manage'),
  })
  return page(scheme.name, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: '/spend/schemes', text: 'Schemes of categories' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

/** The choices of the form: fields `of-0`, `code-0`, and so on, as the page showed them. */
const choicesOf = (request: PageRequest): Map<string, string> => {
  const choices = new Map<string, string>()
  for (let at = 0; at < PAGE_SIZE; at++) {
    const category = typed(request.form, `of-${at}`)
    if (category !== '') choices.set(category, typed(request.form, `code-${at}`))
  }
  return choices
}

type Edit = { readonly change: string; readonly make: (scheme: CategoryScheme) => CategoryScheme }

const editOf = (request: PageRequest): Edit | readonly FieldError[] => {
  const place = Number(typed(request.form, 'place')) || 0
  switch (typed(request.form, 'act')) {
    case 'add': {
      const rule = readForm(categoryRuleShape, request.form)
      if (!rule.ok) return rule.errors
      return {
        change: `Rule added: ${rule.value.field} ${rule.value.test} “${rule.value.value}”`,
        make: (scheme) => ({ ...scheme, rules: withAtPlace(scheme.rules, rule.value, place || 1) }),
      }
    }
    case 'remove':
      return {
        change: `Rule ${place} taken out`,
        make: (scheme) => ({ ...scheme, rules: withoutPlace(scheme.rules, place) }),
      }
    case 'up':
      return {
        change: `Rule ${place} moved up`,
        make: (scheme) => ({ ...scheme, rules: movedBy(scheme.rules, place, -1) }),
      }
    default:
      return [{ field: '', message: 'Choose what to do.' }]
  }
}

const settle = (
  request: PageRequest,
  here: string,
  done: Decision<number, BookRefusal>,
): Answer | Promise<Answer> =>
  done.ok ? redirect(here) : show(request, [{ field: '', message: bookRefusalSentence(done.refusal) }])

export const post = async (request: PageRequest): Promise<Answer> => {
  const slug = request.params.schemeId ?? ''
  const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
  const here = `/spend/schemes/${slug}`
  if (typed(request.form, 'act') === 'restore')
    return settle(
      request,
      here,
      await restoreBook(ctx, schemeBookName(slug), Number(typed(request.form, 'version'))),
    )
  const seen = Number(typed(request.form, 'seen')) || 0
  if (typed(request.form, 'act') === 'choose')
    return settle(request, here, await chooseCategories(ctx, slug, choicesOf(request), seen))
  const edit = editOf(request)
  if (!('make' in edit)) return show(request, edit)
  return settle(request, here, await changeScheme(ctx, slug, edit, seen))
}
