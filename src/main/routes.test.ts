import { describe, expect, test } from 'vitest'
import { permissionsOf } from '#identity'
import { ROLES } from '../modules/identity/model.ts'
import { allApi, allPages } from './modules.ts'

const routes = [...allPages(true), ...allApi]
const held = new Set(ROLES.flatMap((role) => [...permissionsOf([role])]))

describe('every route', () => {
  test('is read: there are many', () => expect(routes.length).toBeGreaterThan(50))

  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s says who may use it and what it is called',
    (_name, route) => {
      expect(route.access).toMatch(/^(public|signed-in|[a-z]+\.[a-z-]+)$/)
      expect(route.audit).toMatch(/^[A-Z]+(_[A-Z]+)+$/)
      // A permission that no role holds would lock a page for everybody.
      if (route.access !== 'public' && route.access !== 'signed-in') expect([...held]).toContain(route.access)
    },
  )

  test('stands once', () => {
    const addresses = routes.map((route) => `${route.method} ${route.path}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })
})

describe('the public', () => {
  test('is let in at the named addresses only', () => {
    const open = routes
      .filter((route) => route.access === 'public')
      .map((route) => `${route.method} ${route.path}`)
    expect(open.sort()).toMatchInlineSnapshot(`
      [
        "GET /",
        "GET /accessibility",
        "GET /api",
        "GET /api/v1/directory",
        "GET /api/v1/directory/:entryId",
        "GET /api/v1/directory/:entryId/opportunities",
        "GET /api/v1/measures/frameworks",
        "GET /api/v1/measures/frameworks/:code",
        "GET /api/v1/measures/proportion",
        "GET /api/v1/measures/reference",
        "GET /api/v1/measures/suggestions",
        "GET /api/v1/open-data/processes/:ocid",
        "GET /api/v1/open-data/releases",
        "GET /api/v1/open-referral/services",
        "GET /api/v1/open-referral/services/:serviceId",
        "GET /api/v1/opportunities",
        "GET /api/v1/opportunities/:reference",
        "GET /api/v1/organisations",
        "GET /api/v1/plans/:slug",
        "GET /api/v1/statements",
        "GET /api/v1/statements/:reference",
        "GET /api/v1/tenders/:reference/log",
        "GET /calendars/:authorityId/:file",
        "GET /delivery-models/:purchaseId",
        "GET /directory",
        "GET /directory.:format",
        "GET /directory/codes/:codeId",
        "GET /directory/edit/:token",
        "GET /directory/entries/:entryId",
        "GET /directory/entries/:entryId/keep",
        "GET /directory/join",
        "GET /forgotten-password",
        "GET /invitations/:token",
        "GET /licence",
        "GET /mailbox",
        "GET /measures",
        "GET /measures/frameworks/:code",
        "GET /measures/frameworks/:code/all.:format",
        "GET /measures/frameworks/:code/measures/:measure",
        "GET /measures/frameworks/:code/themes",
        "GET /measures/reference",
        "GET /measures/suggest",
        "GET /measures/value",
        "GET /method",
        "GET /my-calendar/:file",
        "GET /open-data",
        "GET /open-data/files/:slug/:dataset/:period/:file",
        "GET /open-data/ocds/extension/*",
        "GET /open-data/ocds/feed",
        "GET /open-data/ocds/processes.csv",
        "GET /open-data/ocds/processes/:ocid",
        "GET /open-data/ocds/records.json",
        "GET /open-data/ocds/releases.json",
        "GET /open-data/ocds/releases.jsonl",
        "GET /opportunities",
        "GET /opportunities.:format",
        "GET /opportunities/:reference",
        "GET /opportunities/:reference/ask",
        "GET /opportunities/:reference/changes",
        "GET /opportunities/:reference/documents/:documentId",
        "GET /opportunities/:reference/follow",
        "GET /opportunities/:reference/log",
        "GET /opportunities/for/:entryId",
        "GET /opportunities/leave/:token",
        "GET /opportunities/letters",
        "GET /opportunities/letters/:token",
        "GET /opportunities/pipeline",
        "GET /opportunities/questions/:token",
        "GET /plans/:slug",
        "GET /plans/:slug/:edition",
        "GET /privacy",
        "GET /public",
        "GET /public/:slug",
        "GET /public/:slug/contracts",
        "GET /public/:slug/contracts.:format",
        "GET /public/:slug/contracts/:ocid",
        "GET /public/:slug/photos/:file",
        "GET /reset-password/:token",
        "GET /sign-in",
        "GET /statements",
        "GET /statements/:reference",
        "GET /statements/:reference/figures.:format",
        "GET /suppliers/join",
        "GET /survey/:token",
        "POST /directory/codes/:codeId",
        "POST /directory/edit/:token",
        "POST /directory/edit/:token/withdraw",
        "POST /directory/entries/:entryId/keep",
        "POST /directory/join",
        "POST /forgotten-password",
        "POST /invitations/:token",
        "POST /opportunities/:reference/ask",
        "POST /opportunities/:reference/follow",
        "POST /opportunities/leave/:token",
        "POST /opportunities/letters",
        "POST /opportunities/letters/:token",
        "POST /opportunities/questions/:token",
        "POST /reset-password/:token",
        "POST /sign-in",
        "POST /sign-out",
        "POST /suppliers/join",
        "POST /survey/:token",
      ]
    `)
  })
})
