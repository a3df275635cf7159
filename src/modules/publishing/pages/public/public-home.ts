import { h } from 'preact'
import { type BudgetTables, listSignedStatements } from '#budget'
import { listPlansOf, type StrategyTables } from '#strategy'
import type { Reader } from '../../../../platform/database.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import {
  type DeliveredRow,
  sumByBasis,
  sumByPlace,
  sumByPriority,
  sumByYear,
  totalPublic,
} from '../../store/public-site.ts'
import { publisherAt, readPublic } from '../open-data/request.ts'
import { PublicHomeView } from './public-home.view.tsx'
import { readStories } from './read-stories.ts'
import { readWardMap } from './ward-map.ts'

const STORIES = 4

/** The basis that a map is drawn of: the one asked for, or the one with the most verified value. */
const basisOf = (rows: readonly DeliveredRow[], asked: string | undefined): string | null => {
  const sums = Map.groupBy(rows, ({ basis }) => basis)
  const totals = [...sums].map(([basis, own]) => ({
    basis,
    pence: own.reduce((sum, { verifiedPence }) => sum + verifiedPence, 0),
  }))
  const priced = totals.filter(({ pence }) => pence > 0).sort((a, b) => b.pence - a.pence)
  return (priced.find(({ basis }) => basis === asked) ?? priced[0])?.basis ?? null
}

/** What an authority bought and what came of it, on one page. */
export const get = async (request: PageRequest): Promise<Answer> => {
  const slug = request.params.slug ?? ''
  const view = await readPublic(request, async (db) => {
    const { authorityId, organisation, contact } = await publisherAt(db, slug)
    const places = await sumByPlace(db, authorityId)
    const basis = basisOf(places, request.query.basis)
    const plans = await listPlansOf(db as unknown as Reader<StrategyTables>, authorityId)
    return {
      slug,
      name: organisation.name,
      contact,
      totals: await totalPublic(db, authorityId),
      byBasis: await sumByBasis(db, authorityId),
      byPriority: await sumByPriority(db, authorityId),
      byYear: await sumByYear(db, authorityId),
      map: basis === null ? null : await readWardMap(db, organisation, places, basis),
      mapBases: [...new Set(places.filter(({ verifiedPence }) => verifiedPence > 0).map((row) => row.basis))],
      stories: await readStories(db, authorityId, null, STORIES),
      hasPlan: plans.length > 0,
      statements: await listSignedStatements(db as unknown as Reader<BudgetTables>, authorityId),
    }
  })
  return page(`${view.name}: what it bought and what came of it`, h(PublicHomeView, view), {
    width: 'wide',
    isCached: true,
    breadcrumbs: [{ text: 'What public money buys', href: '/public' }, { text: view.name }],
    description: `What ${view.name} bought, from whom, for how much and where, and what of what was promised is verified.`,
  })
}
