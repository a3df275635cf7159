import { type Logger, pino } from 'pino'

export type Log = Logger

/** One JSON line an event, on standard error so that standard output stays the command's answer. Secrets are cut out by name. */
export const makeLog = (level: string): Log =>
  pino(
    {
      level,
      base: null,
      redact: {
        paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*._csrf'],
        censor: '[removed]',
      },
    },
    pino.destination(2),
  )
