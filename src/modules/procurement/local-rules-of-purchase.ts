import type { PlainDate } from '../../kernel/plain-date.ts'
import type { Reader } from '../../platform/database.ts'
import type { LocalAnswer } from './model/local-rule.ts'
import type { Purchase } from './model/purchase.ts'
import { socialValueWeight } from './rules/ask/weights.ts'
import { answerLocalRules } from './rules/local-rules.ts'
import { latestRevision } from './store/asks.ts'
import { listLocalRules, listOverrides } from './store/local-rules.ts'
import type { ProcurementTables } from './tables.ts'

/** What the council's own rules ask of a purchase, with what was asked to be set aside. */
export const readLocalAnswers = async (
  db: Reader<ProcurementTables>,
  purchase: Purchase,
  today: PlainDate,
): Promise<LocalAnswer[]> =>
  answerLocalRules(
    purchase,
    await listLocalRules(db),
    await listOverrides(db, purchase.id),
    today,
    socialValueWeight((await latestRevision(db, purchase.id))?.content.criteria ?? []),
  )
