import { unreadableMessage } from './messages.ts'
import type { UnreadableCode, UnreadableFile } from './refusal-model.ts'

/**
 * Thrown where a stream finds out, midway, that the file cannot be used. It carries a stable code and a plain
 * sentence, and no stack worth showing.
 */
export class UnreadableFileError extends Error {
  readonly code: UnreadableCode
  constructor(code: UnreadableCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(unreadableMessage(code, facts))
    this.name = 'UnreadableFileError'
    this.code = code
  }
}

export const isUnreadable = (error: unknown): error is UnreadableFileError =>
  error instanceof UnreadableFileError

/** The refusal as data, for callers that show it rather than stop. */
export const unreadable = (error: UnreadableFileError): UnreadableFile => ({
  ok: false,
  code: error.code,
  message: error.message,
})
