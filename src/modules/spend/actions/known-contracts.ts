import { accept, type Decision } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import { CONTRACT_BOOK } from '../rule-books.ts'
import type { KnownContract } from '../rules/influence.ts'
import { type BookRefusal, changeBook } from './change-rule-book.ts'

/** Says which contracts are known; those that were known before are replaced, and kept in the history. */
export const saveContracts = (
  ctx: Context & { authorityId: string },
  contracts: readonly KnownContract[],
  seen?: number,
): Promise<Decision<number, BookRefusal>> =>
  changeBook(ctx, { name: CONTRACT_BOOK, change: `${contracts.length} contracts`, seen }, () =>
    accept({ contracts }),
  )
