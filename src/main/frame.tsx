import type { PageFrame } from '../platform/http/page-frame.ts'
import type { AssetManifest } from '../platform/views/asset-manifest.ts'
import { Layout } from '../platform/views/layout.tsx'
import type { NavigationLink, PageContext } from '../platform/views/page-context.ts'
import { renderPage } from '../platform/views/render.ts'

type Entry = {
  readonly text: string
  readonly href: string
  readonly permission: string
  /** Other addresses that belong to it. */
  readonly also?: readonly string[]
}
type Section = { readonly text: string; readonly entries: readonly Entry[] }

/** What stands in the navigation, for those whose role includes it. A section leads to the first entry one may see. */
const SECTIONS: readonly Section[] = [
  {
    text: 'Money',
    entries: [
      { text: 'Money map', href: '/spend', permission: 'spend.read' },
      { text: 'Payees', href: '/spend/payees', permission: 'spend.read' },
      { text: 'Payments', href: '/spend/payments', permission: 'spend.read' },
      { text: 'Payment files', href: '/spend/imports', permission: 'spend.read' },
      { text: 'Multiplier', href: '/spend/multiplier', permission: 'spend.read' },
    ],
  },
  {
    text: 'Suppliers',
    entries: [
      { text: 'Paid suppliers', href: '/spend/suppliers', permission: 'spend.read' },
      { text: 'Review list', href: '/spend/review', permission: 'suppliers.review' },
      { text: 'Surveys', href: '/spend/surveys', permission: 'spend.read' },
      { text: 'Directory', href: '/directory', permission: 'suppliers.read' },
      { text: 'Registers', href: '/registers', permission: 'suppliers.read', also: ['/suppliers'] },
    ],
  },
  {
    text: 'Strategy',
    entries: [{ text: 'Strategy', href: '/strategy', permission: 'strategy.read', also: ['/plans'] }],
  },
  {
    text: 'Purchases',
    entries: [
      { text: 'What comes next', href: '/procurement', permission: 'procurement.read' },
      { text: 'Pipeline', href: '/procurement/pipeline', permission: 'procurement.read' },
      { text: 'Evaluations', href: '/evaluations', permission: 'evaluation.read' },
      { text: 'Our own rules', href: '/procurement/rules', permission: 'procurement.read' },
      { text: 'Calendar', href: '/procurement/calendar', permission: 'procurement.read' },
      { text: 'Open bids', href: '/bids/openings', permission: 'sealing.hold' },
      { text: 'Your opening key', href: '/sealing/key', permission: 'sealing.hold' },
    ],
  },
  { text: 'Tenders', entries: [{ text: 'Tenders', href: '/tenders', permission: 'tenders.read' }] },
  {
    text: 'Contracts',
    entries: [
      { text: 'Register', href: '/contracts', permission: 'contracts.read' },
      { text: 'Awards', href: '/contracts/awards', permission: 'contracts.manage' },
      { text: 'Deliveries', href: '/contracts/deliveries', permission: 'contracts.read' },
      { text: 'Reviews', href: '/contracts/reviews', permission: 'contracts.read' },
    ],
  },
  {
    text: 'Budget',
    entries: [
      { text: 'Social value budget', href: '/budget', permission: 'budget.read' },
      { text: 'Budget lines', href: '/budget/lines', permission: 'budget.read' },
      { text: 'Grants and more', href: '/budget/other', permission: 'budget.read' },
    ],
  },
  { text: 'Deliver', entries: [{ text: 'Contracts', href: '/deliver', permission: 'deliver.report' }] },
  {
    text: 'Results',
    entries: [{ text: 'Results of your bids', href: '/outcomes', permission: 'bids.prepare' }],
  },
  {
    text: 'Publication',
    entries: [
      { text: 'Publication', href: '/publishing', permission: 'publishing.read' },
      { text: 'Review', href: '/publishing/review', permission: 'publishing.read' },
      { text: 'Notices', href: '/publishing/notices', permission: 'publishing.read' },
      { text: 'Data sets', href: '/publishing/datasets', permission: 'publishing.read' },
      { text: 'Checks', href: '/publishing/checks', permission: 'publishing.read' },
      { text: 'Import open data', href: '/publishing/import', permission: 'contracts.manage' },
    ],
  },
  { text: 'Measures', entries: [{ text: 'Measures', href: '/measures', permission: 'measures.read' }] },
  { text: 'Places', entries: [{ text: 'Places', href: '/places', permission: 'places.read' }] },
  { text: 'Your bids', entries: [{ text: 'Your bids', href: '/workspace', permission: 'bids.prepare' }] },
  {
    text: 'Your organisation',
    entries: [{ text: 'Your organisation', href: '/workspace/profile', permission: 'bids.prepare' }],
  },
  { text: 'People', entries: [{ text: 'People', href: '/people', permission: 'identity.manage' }] },
  { text: 'Letters', entries: [{ text: 'Letters', href: '/letters', permission: 'identity.manage' }] },
  { text: 'Audit', entries: [{ text: 'Audit', href: '/audit', permission: 'audit.read' }] },
]

const isWithin = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)

/** How much of an address an entry accounts for; the one that accounts for most is where the page stands. */
const reachOf = (entry: Entry, path: string): number =>
  Math.max(...[entry.href, ...(entry.also ?? [])].map((href) => (isWithin(path, href) ? href.length : 0)))

type Navigation = Pick<PageContext, 'navigation' | 'navigationWithin'>

/** The sections a visitor sees, and the pages within the one they are in. */
const navigationFor = (permissions: ReadonlySet<string>, fullPath: string): Navigation => {
  const path = fullPath.split('?')[0] ?? '/'
  const seen = SECTIONS.map(({ text, entries }) => ({
    text,
    entries: entries.filter((entry) => permissions.has(entry.permission)),
  })).filter(({ entries }) => entries.length > 0)
  const furthest = Math.max(0, ...seen.flatMap(({ entries }) => entries.map((entry) => reachOf(entry, path))))
  const isHere = (entry: Entry): boolean => furthest > 0 && reachOf(entry, path) === furthest
  const link = (text: string, href: string, isCurrent: boolean): NavigationLink => ({ text, href, isCurrent })
  return {
    navigation: seen.map(({ text, entries }) => link(text, entries[0]?.href ?? '/', entries.some(isHere))),
    navigationWithin: (seen.find(({ entries }) => entries.some(isHere))?.entries ?? []).map((entry) =>
      link(entry.text, entry.href, isHere(entry)),
    ),
  }
}

/** Puts pages into the site's layout. */
export const siteFrame =
  (assets: AssetManifest, isDemonstration: boolean): PageFrame =>
  (answer, { visitor, path, csrfToken }) => {
    const context: PageContext = {
      assets,
      csrfToken,
      isDemonstration,
      ...navigationFor(visitor.permissions, path),
      signInPath: '/sign-in',
      homePath: '/',
      ...(visitor.personId
        ? {
            visitor: {
              personName: visitor.personName ?? '',
              organisationName: visitor.authorityName ?? undefined,
              accountPath: '/account',
              inbox: { path: '/inbox', unread: visitor.unread ?? 0 },
              signOutPath: '/sign-out',
            },
          }
        : {}),
    }
    return renderPage(
      <Layout context={context} {...answer.options}>
        {answer.body}
      </Layout>,
    )
  }
