import { MemoryStore, type SessionStore } from '@fastify/session'
import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { afterAll } from 'vitest'
import type { Services } from '../context.ts'
import { type IdentifyVisitor, nobody, type Visitor } from '../http/access.ts'
import { redirect } from '../http/answer.ts'
import type { PageFrame } from '../http/page-frame.ts'
import type { ApiRoute, PageRoute } from '../http/route.ts'
import { buildServer } from '../http/server.ts'
import { newId } from '../ids.ts'
import { type Log, makeLog } from '../log.ts'
import { CsrfToken } from '../views/csrf-field.tsx'
import { openTestClient, type TestClient } from './test-client.ts'
import type { TestDatabase } from './test-database.ts'

export type TestAppOptions = {
  readonly pages?: readonly PageRoute[]
  readonly api?: readonly ApiRoute[]
  /** Left out, visitors are those given to `as`; nobody else is anybody. */
  readonly identify?: IdentifyVisitor
  readonly sessionStore?: SessionStore
  readonly services?: Partial<Services>
  readonly log?: Log
}

export type TestApp = {
  readonly server: FastifyInstance
  /** A new browser without cookies, at an address of its own (rate limits count by address). */
  readonly client: () => TestClient
  /** A new browser in which this visitor is signed in already, without a password. */
  readonly as: (visitor: Pick<Visitor, 'personId' | 'authorityId'> & Partial<Visitor>) => Promise<TestClient>
}

/** A visitor with the given permissions, acting for an authority of their own unless it is given. */
export const aVisitor = (
  facts: Partial<Omit<Visitor, 'permissions'>> & { permissions?: readonly string[] },
): Visitor => ({
  ...nobody,
  personId: newId(),
  personName: 'Ada Byron',
  authorityId: newId(),
  authorityName: 'Northmere City Council',
  ...facts,
  permissions: new Set(facts.permissions),
})

/** The bare minimum round a page: its title, its content, and what its forms need. */
const plainFrame: PageFrame = ({ options, body }, { csrfToken }) => {
  const title = `${options.hasErrors ? 'Error: ' : ''}${options.title}`
  const notice = options.notice && h('p', { class: 'notice' }, options.notice.text)
  const html = h(
    'html',
    { lang: 'en-GB' },
    h('head', null, h('title', null, title)),
    h('body', null, h('main', null, notice, body)),
  )
  return `<!DOCTYPE html>${render(h(CsrfToken.Provider, { value: csrfToken }, html))}`
}

const SIGN_IN = '/testing/sign-in'

/** Begins a session the way the sign-in page does, for whomever the test says. */
const signInRoute: PageRoute = {
  method: 'GET',
  path: `${SIGN_IN}/:personId/:authorityId`,
  access: 'public',
  audit: 'TEST_SIGN_IN',
  page: 'testing/sign-in',
  handle: async ({ params: { personId = '', authorityId }, session }) => {
    await session.begin(personId, authorityId === 'none' ? null : (authorityId ?? null))
    return redirect('/testing/signed-in')
  },
}

/** The web server with only the given routes, over a test database; closed when the test file is done. */
export const openTestApp = async (db: TestDatabase, options: TestAppOptions = {}): Promise<TestApp> => {
  const visitors = new Map<string | null, Visitor>()
  const server = await buildServer({
    services: { ...db.services, ...options.services },
    log: options.log ?? makeLog('silent'),
    pages: [...(options.pages ?? []), signInRoute],
    api: options.api ?? [],
    identify: options.identify ?? (async (_services, { personId }) => visitors.get(personId) ?? nobody),
    sessionStore: options.sessionStore ?? new MemoryStore(),
    secret: 'a secret of the tests, of thirty-two characters or more',
    assetsFolder: db.dataFolder,
    frame: plainFrame,
    limitPerMinute: 10_000,
    maxUploadBytes: 64 * 1024 ** 2,
  })
  afterAll(() => server.close())
  const client = () => openTestClient(server)
  return {
    server,
    client,
    as: async (visitor) => {
      visitors.set(visitor.personId, { ...nobody, ...visitor })
      const browser = client()
      await browser.request({
        method: 'GET',
        url: `${SIGN_IN}/${visitor.personId}/${visitor.authorityId ?? 'none'}`,
      })
      return browser
    },
  }
}
