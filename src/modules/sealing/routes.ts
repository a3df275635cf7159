import type { PageRoute } from '../../platform/http/route.ts'
import * as openingKey from './pages/opening-key.ts'

const common = { path: '/sealing/key', access: 'sealing.hold', page: 'sealing/pages/opening-key' } as const

/** Guesses are worked out at the cost of a slow hash each. */
const KEYS_A_MINUTE = 6

export const pages: readonly PageRoute[] = [
  { ...common, method: 'GET', audit: 'OPENING_KEY_READ', handle: openingKey.get },
  {
    ...common,
    method: 'POST',
    audit: 'OPENING_KEY_CREATED',
    handle: openingKey.post,
    limitPerMinute: KEYS_A_MINUTE,
  },
]
