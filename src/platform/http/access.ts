import type { Services } from '../context.ts'

/**
 * Who may use a route: everybody, anybody signed in, somebody who acts for an authority and whose role
 * there holds the permission (`spend.import`), or a person whose own API token says so.
 */
export type Access = 'public' | 'signed-in' | `${string}.${string}`

/** Who is at the other end of a request, as the identity module tells it. */
export type Visitor = {
  readonly personId: string | null
  readonly personName: string | null
  readonly authorityId: string | null
  readonly authorityName: string | null
  /** Other authorities this person may switch to. */
  readonly authorities: readonly { readonly id: string; readonly name: string }[]
  readonly permissions: ReadonlySet<string>
  /** Notes in this person's inbox that are not read yet. */
  readonly unread?: number
}

export const nobody: Visitor = {
  personId: null,
  personName: null,
  authorityId: null,
  authorityName: null,
  authorities: [],
  permissions: new Set(),
}

/** What the session cookie or the token of a request says, before anybody has looked it up. */
export type Credentials = {
  readonly personId: string | null
  readonly authorityId: string | null
  readonly bearerToken: string | null
}

/** Plugged in by the identity module at start-up, so that no module imports it merely to be protected. */
export type IdentifyVisitor = (services: Services, credentials: Credentials) => Promise<Visitor>

export type AccessDecision = 'allowed' | 'sign-in-first' | 'forbidden'

export const decideAccess = (access: Access, visitor: Visitor): AccessDecision => {
  if (access === 'public') return 'allowed'
  if (visitor.personId === null) return 'sign-in-first'
  if (access === 'signed-in' || visitor.permissions.has(access)) return 'allowed'
  return 'forbidden'
}
