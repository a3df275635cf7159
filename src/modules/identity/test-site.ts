import { h } from 'preact'
import { page } from '../../platform/http/answer.ts'
import type { PageRoute } from '../../platform/http/route.ts'
import { openTestApp, type TestAppOptions } from '../../platform/testing/test-app.ts'
import type { TestClient } from '../../platform/testing/test-client.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { api } from './api.ts'
import { GOOD_PASSWORD } from './builders.ts'
import { identifyVisitor } from './identify-visitor.ts'
import type { Email } from './model.ts'
import { pages } from './routes.ts'
import { sessionStore } from './session-store.ts'

/** Says who is signed in, and for whom. */
const home: PageRoute = {
  method: 'GET',
  path: '/',
  access: 'public',
  audit: 'HOME_READ',
  page: 'testing/home',
  handle: async ({ visitor }) =>
    page('Home', h('h1', null, `${visitor.personName ?? 'Nobody'} at ${visitor.authorityName ?? 'nowhere'}`)),
}

/** This module's pages on a server of their own, with real sign-in and real sessions. */
export const openTestSite = (db: TestDatabase, options: TestAppOptions = {}) =>
  openTestApp(db, {
    pages: [home, ...pages],
    api,
    identify: identifyVisitor,
    sessionStore: sessionStore(db),
    ...options,
  })

/** Goes through the sign-in page. */
export const signInAs = async (
  browser: TestClient,
  email: Email,
  password = GOOD_PASSWORD,
): Promise<TestClient> => {
  await browser.get('/sign-in')
  await browser.submit({ email, password })
  return browser
}
