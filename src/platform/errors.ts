/**
 * "Cannot go on": the third kind of no (see docs/architecture.md). Wrong shape and refusals are
 * values; these are thrown and turned into a page or problem JSON by the one error handler.
 */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** A person can put this right; the message is the sentence they read (command line and start-up). */
export class Unusable extends Error {
  override readonly name = 'Unusable'
}
