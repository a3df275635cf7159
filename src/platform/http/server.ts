import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import session, { type SessionStore } from '@fastify/session'
import statics from '@fastify/static'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Services } from '../context.ts'
import type { Log } from '../log.ts'
import type { IdentifyVisitor } from './access.ts'
import { handleErrors } from './error-handler.ts'
import { mountApi } from './mount-api.ts'
import { mountPages } from './mount-pages.ts'
import type { PageFrame } from './page-frame.ts'
import type { ApiRoute, PageRoute } from './route.ts'

declare module 'fastify' {
  interface Session {
    personId?: string
    authorityId?: string | null
  }
}

export type ServerOptions = {
  readonly services: Services
  readonly log: Log
  readonly pages: readonly PageRoute[]
  readonly api: readonly ApiRoute[]
  readonly identify: IdentifyVisitor
  readonly sessionStore: SessionStore
  readonly secret: string
  readonly assetsFolder: string
  readonly frame: PageFrame
  /** Requests a minute from one address, over all routes. */
  readonly limitPerMinute: number
  readonly maxUploadBytes: number
}

const SESSION_HOURS = 12

/** Nothing may run or load that is not ours: no inline script, no inline style, no frame. */
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
}

/** Builds the web server: set-up steps in order, then the routes, then the one error handler. */
export const buildServer = async (options: ServerOptions): Promise<FastifyInstance> => {
  const isSecure = options.services.siteUrl.startsWith('https:')
  const app = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: isSecure,
    bodyLimit: 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY,
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, { max: options.limitPerMinute, timeWindow: '1 minute' })
  await app.register(cookie)
  await app.register(session, {
    secret: options.secret,
    cookieName: 'goldthread',
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure,
      path: '/',
      maxAge: SESSION_HOURS * 3_600_000,
    },
    saveUninitialized: false,
    rolling: false,
    store: options.sessionStore,
  })
  await app.register(csrf, {
    sessionPlugin: '@fastify/session',
    getToken: (request) => (request.body as { _csrf?: string } | undefined)?._csrf ?? '',
  })
  await app.register(formbody)
  await app.register(multipart, {
    limits: {
      files: 1,
      fields: 100,
      fieldSize: 100_000,
      fileSize: options.maxUploadBytes,
      fieldNameSize: 100,
    },
  })
  await app.register(statics, {
    root: options.assetsFolder,
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  })
  handleErrors(app, options)
  mountPages(app, options)
  mountApi(app, options)
  return app
}
