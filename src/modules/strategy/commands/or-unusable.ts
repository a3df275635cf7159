import { Unusable } from '../../../platform/errors.ts'

/** A lookup that finds nothing ends a command with its sentence. */
export const orUnusable = <Value>(found: Promise<Value>): Promise<Value> =>
  found.catch((error: Error) => {
    throw error.name === 'NotFound' ? new Unusable(error.message) : error
  })
