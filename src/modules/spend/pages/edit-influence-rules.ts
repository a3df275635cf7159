import { h } from 'preact'
import { actingAuthority, listMembers } from '#identity'
import { accept, refuse } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { changeBook, restoreBook } from '../actions/change-rule-book.ts'
import { DEFAULT_INFLUENCE_RULES } from '../defaults/influence-rules.ts'
import { bookRefusalSentence } from '../messages.ts'
import { INFLUENCE_BOOK, influenceRuleShape, readInfluenceBook } from '../rule-books.ts'
import type { InfluenceRule } from '../rules/influence.ts'
import { movedBy, withAtPlace, withoutPlace } from '../rules/rule-lists.ts'
import { type BookVersion, listVersions } from '../store/rule-books.ts'
import type { SpendTables } from '../tables.ts'
import { EditInfluenceRulesView } from './edit-influence-rules.view.tsx'

type Found = { readonly versions: BookVersion[]; readonly names: ReadonlyMap<string, string> }

/** The versions of a book, and the names of those who made them. */
export const readHistory = (ctx: Context, name: string): Promise<Found> =>
  inReading<SpendTables, Found>(ctx, async (db) => ({
    versions: await listVersions(db, name),
    names: new Map(
      (await listMembers(db as never, actingAuthority(ctx))).map((member) => [
        member.id as string,
        member.name,
      ]),
    ),
  }))

const show = async (request: PageRequest, errors: readonly FieldError[]): Promise<Answer> => {
  const { versions, names } = await readHistory(request.ctx, INFLUENCE_BOOK)
  const body = h(EditInfluenceRulesView, {
    rules: readInfluenceBook(versions[0]?.content),
    version: versions[0]?.number ?? 0,
    versions,
    names,
    errors,
    form: request.form,
    canChange: request.visitor.permissions.has('spend.manage'),
  })
  return page('Rules of influenceable spend', body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    width: 'wide',
    backLink: { href: '/spend/influenceable', text: 'Influenceable spend' },
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, [])

const placeOf = (request: PageRequest): number => Number(typed(request.form, 'place')) || 0

type Rules = readonly InfluenceRule[]
/** What each button does to the list, and what the history says of it. */
const changeOf = (
  request: PageRequest,
  rule: InfluenceRule | undefined,
): { change: string; make: (rules: Rules) => Rules } | undefined => {
  const place = placeOf(request)
  switch (typed(request.form, 'act')) {
    case 'add':
      return (
        rule && {
          change: `Rule added: ${rule.reason}`,
          make: (rules) => withAtPlace(rules, rule, place || rules.length),
        }
      )
    case 'change':
      return (
        rule && {
          change: `Rule ${place} changed: ${rule.reason}`,
          make: (rules) => withAtPlace(withoutPlace(rules, place), rule, place),
        }
      )
    case 'remove':
      return { change: `Rule ${place} taken out`, make: (rules) => withoutPlace(rules, place) }
    case 'up':
      return { change: `Rule ${place} moved up`, make: (rules) => movedBy(rules, place, -1) }
    case 'down':
      return { change: `Rule ${place} moved down`, make: (rules) => movedBy(rules, place, 1) }
    case 'default':
      return { change: 'Begun again with the product’s default', make: () => DEFAULT_INFLUENCE_RULES }
    default:
      return undefined
  }
}

export const post = async (request: PageRequest): Promise<Answer> => {
  const act = typed(request.form, 'act')
  const ctx = { ...request.ctx, authorityId: actingAuthority(request.ctx) }
  if (act === 'restore') {
    const restored = await restoreBook(ctx, INFLUENCE_BOOK, Number(typed(request.form, 'version')))
    return restored.ok
      ? redirect('/spend/influenceable/rules')
      : show(request, [{ field: '', message: bookRefusalSentence(restored.refusal) }])
  }
  const read = act === 'add' || act === 'change' ? readForm(influenceRuleShape, request.form) : undefined
  if (read && !read.ok) return show(request, read.errors)
  const change = changeOf(request, read?.value)
  if (!change) return show(request, [{ field: '', message: 'Choose what to do.' }])
  const done = await changeBook(
    ctx,
    { name: INFLUENCE_BOOK, change: change.change, seen: Number(typed(request.form, 'seen')) || 0 },
    (content) => {
      const rules = readInfluenceBook(content)
      if (act !== 'add' && act !== 'default' && !rules[placeOf(request) - 1]) return refuse('no-such-rule')
      return accept({ rules: change.make(rules) })
    },
  )
  return done.ok
    ? redirect('/spend/influenceable/rules')
    : show(request, [{ field: '', message: bookRefusalSentence(done.refusal) }])
}
