import type { SessionStore } from '@fastify/session'
import type { Session } from 'fastify'
import type { Services } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { hashSecret } from './secrets.ts'
import { deleteSession, findSessionData, setSessionData } from './store/sessions.ts'
import type { IdentityTables } from './tables.ts'

declare module 'fastify' {
  interface Session {
    personId?: string
    /** What the browser called itself when its person signed in; shown in the list of sessions. */
    userAgent?: string
    /** Set on a session that came out of this store, so that writing it back never makes it anew. */
    wasRead?: true
  }
}

const USER_AGENT_LENGTH = 200

/** What a header may say is anything; the list of sessions shows letters. */
const tidy = (userAgent: string | undefined): string =>
  (userAgent ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, USER_AGENT_LENGTH)

const answer = (work: Promise<unknown>, done: (error: unknown) => void): void => {
  work.then(
    () => done(null),
    (error: unknown) => done(error),
  )
}

/** Keeps sessions in the database: any web process can answer, and a person can end all of theirs at once. */
export const sessionStore = ({ database }: Pick<Services, 'database'>): SessionStore => {
  const db = database.kysely as unknown as Reader<IdentityTables>
  return {
    get: (sid, done) => {
      findSessionData(db, hashSecret(sid)).then(
        (data) => done(null, data ? ({ ...data, wasRead: true } as unknown as Session) : null),
        (error: unknown) => done(error),
      )
    },
    set: (sid, session, done) => {
      const { wasRead = false, ...data } = session
      const { expires } = session.cookie
      if (!expires) return done(new Error('a session without an end is not kept'))
      const userAgent = tidy(session.userAgent)
      const record = {
        sidHash: hashSecret(sid),
        personId: session.personId ?? null,
        data: { ...data, userAgent },
        userAgent,
        expiresAt: new Date(expires),
        wasRead,
      }
      answer(setSessionData(db, record), done)
    },
    destroy: (sid, done) => answer(deleteSession(db, hashSecret(sid)), done),
  }
}
