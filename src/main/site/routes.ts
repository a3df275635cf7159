import { h } from 'preact'
import { page, redirect } from '../../platform/http/answer.ts'
import type { ApiRoute, PageRoute } from '../../platform/http/route.ts'
import { allDeadlines } from '../deadlines.ts'
import { calendarPage } from './calendar.ts'
import { AccessibilityView, ApiView, HomeView, LicenceView, MethodView, PrivacyView } from './site.view.tsx'

const home = (isDemonstration: boolean): PageRoute => ({
  method: 'GET',
  path: '/',
  access: 'public',
  audit: 'HOME_READ',
  page: 'main/site#home',
  handle: async ({ visitor }) =>
    visitor.permissions.has('spend.read') || visitor.permissions.has('bids.prepare')
      ? redirect(visitor.permissions.has('spend.read') ? '/spend' : '/workspace')
      : page(
          'Follow the money to what it does',
          h(HomeView, { isDemonstration, isSignedIn: visitor.personId !== null }),
          {
            description: 'Goldthread follows public money from what residents need to verified social value.',
          },
        ),
})

/** Pages of the site as a whole. */
export const sitePages = (api: readonly ApiRoute[], isDemonstration: boolean): readonly PageRoute[] => [
  home(isDemonstration),
  {
    method: 'GET',
    path: '/method',
    access: 'public',
    audit: 'METHOD_READ',
    page: 'main/site#method',
    handle: async () => page('How these figures are made', h(MethodView, {})),
  },
  {
    method: 'GET',
    path: '/accessibility',
    access: 'public',
    audit: 'ACCESSIBILITY_READ',
    page: 'main/site#accessibility',
    handle: async () => page('Accessibility', h(AccessibilityView, {})),
  },
  {
    method: 'GET',
    path: '/privacy',
    access: 'public',
    audit: 'PRIVACY_READ',
    page: 'main/site#privacy',
    handle: async () => page('Privacy and cookies', h(PrivacyView, {})),
  },
  {
    method: 'GET',
    path: '/licence',
    access: 'public',
    audit: 'LICENCE_READ',
    page: 'main/site#licence',
    handle: async () => page('Licence and sources', h(LicenceView, {})),
  },
  {
    method: 'GET',
    path: '/api',
    access: 'public',
    audit: 'API_GUIDE_READ',
    page: 'main/site#api',
    handle: async () => page('API', h(ApiView, { routes: api }), { width: 'wide' }),
  },
  calendarPage(allDeadlines),
]
