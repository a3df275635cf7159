import { DatabaseError } from 'pg'

/** Whether an error is the database refusing what a named constraint forbids. */
export const breaks = (error: unknown, constraint: string): boolean =>
  error instanceof DatabaseError && error.constraint === constraint
