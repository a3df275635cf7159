import type { PageFrame } from '../platform/http/page-frame.ts'
import type { AssetManifest } from '../platform/views/asset-manifest.ts'
import { Layout } from '../platform/views/layout.tsx'
import type { NavigationLink, PageContext } from '../platform/views/page-context.ts'
import { renderPage } from '../platform/views/render.ts'

type Section = {
  readonly text: string
  readonly href: string
  readonly permission: string
  readonly also?: readonly string[]
}

/** What stands in the navigation, for those whose role includes it. */
const SECTIONS: readonly Section[] = [
  { text: 'Money map', href: '/spend', permission: 'spend.read' },
  { text: 'Suppliers', href: '/spend/suppliers', permission: 'spend.read' },
  { text: 'Review list', href: '/spend/review', permission: 'suppliers.review' },
  { text: 'Payees', href: '/spend/payees', permission: 'spend.read' },
  { text: 'Payments', href: '/spend/payments', permission: 'spend.read' },
  { text: 'Payment files', href: '/spend/imports', permission: 'spend.read' },
  { text: 'Strategy', href: '/strategy', permission: 'strategy.read' },
  { text: 'Surveys', href: '/spend/surveys', permission: 'spend.read', also: ['/spend/multiplier'] },
  { text: 'Directory', href: '/directory', permission: 'suppliers.read' },
  { text: 'Registers', href: '/registers', permission: 'suppliers.read', also: ['/suppliers'] },
  { text: 'Measures', href: '/measures', permission: 'measures.read' },
  { text: 'Places', href: '/places', permission: 'places.read' },
  { text: 'People', href: '/people', permission: 'identity.manage' },
  { text: 'Audit', href: '/audit', permission: 'audit.read' },
]

const isWithin = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)

/** The sections a visitor sees. The current one is that with the longest address the page lies under. */
const navigationFor = (permissions: ReadonlySet<string>, fullPath: string): NavigationLink[] => {
  const path = fullPath.split('?')[0] ?? '/'
  const seen = SECTIONS.filter((section) => permissions.has(section.permission))
  const reach = (section: Section) =>
    Math.max(
      ...[section.href, ...(section.also ?? [])].map((href) => (isWithin(path, href) ? href.length : 0)),
    )
  const furthest = Math.max(0, ...seen.map(reach))
  return seen.map((section) => ({
    text: section.text,
    href: section.href,
    isCurrent: furthest > 0 && reach(section) === furthest,
  }))
}

/** Puts pages into the site's layout. */
export const siteFrame =
  (assets: AssetManifest, isDemonstration: boolean): PageFrame =>
  (answer, { visitor, path, csrfToken }) => {
    const context: PageContext = {
      assets,
      csrfToken,
      isDemonstration,
      navigation: navigationFor(visitor.permissions, path),
      signInPath: '/sign-in',
      homePath: '/',
      ...(visitor.personId
        ? {
            visitor: {
              personName: visitor.personName ?? '',
              organisationName: visitor.authorityName ?? undefined,
              accountPath: '/account',
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
