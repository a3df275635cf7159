import { z } from 'zod'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { seen } from '../../../platform/writes/fields.ts'
import { refused, type Write } from '../../../platform/writes/write.ts'
import { answerLawFacts } from '../actions/purchases.ts'
import { explainPurchase } from '../law-of-purchase.ts'
import { purchaseSentence } from '../messages/purchase-words.ts'
import { LAW_FACT_FIELDS } from '../model/law-fact-fields.ts'
import { LOCAL_FACTS } from '../model/local-rule.ts'
import type { LawFacts } from '../model/purchase.ts'
import { getPurchase } from '../store/purchases.ts'
import type { ProcurementTables } from '../tables.ts'
import { fieldsOfFacts, readLawFacts } from '../typed-law-facts.ts'
import { planningWrite } from './planning-write.ts'

const text = z.string().max(100)
const given = z.union([z.boolean(), z.number(), text, z.array(text).max(20), z.null()])
type Given = Readonly<Record<string, z.output<typeof given>>>

const LOCAL: Readonly<Record<string, z.ZodType<LawFacts[string]>>> = {
  [LOCAL_FACTS.considered]: z.boolean(),
  [LOCAL_FACTS.quotes]: z.number().int().min(0).max(999),
  [LOCAL_FACTS.localQuotes]: z.number().int().min(0).max(999),
}

/** The facts there will be: what is given is changed, what is null is forgotten, all else stays. */
const changedFacts = (kept: LawFacts, changes: Given) => {
  const all: Record<string, LawFacts[string]> = { ...kept }
  const faults: string[] = []
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(LAW_FACT_FIELDS, name) && !Object.hasOwn(LOCAL, name))
      faults.push(`There is no fact “${name}”.`)
    else if (value === null) delete all[name]
    else if (LOCAL[name]?.safeParse(value).success === false)
      faults.push(`“${name}” is not an answer of its kind.`)
    else all[name] = value
  }
  const { facts, errors } = readLawFacts(fieldsOfFacts(all), all)
  return { facts, faults: [...faults, ...errors.map(({ message }) => `${message}.`)] }
}

export const lawFactsWrites: readonly Write[] = [
  planningWrite({
    command: 'pipeline law-facts',
    method: 'PUT',
    path: 'law/facts',
    access: 'procurement.manage',
    audit: 'PURCHASE_LAW_FACTS_ANSWERED',
    summary:
      'Answer what the law and the local rules ask of a purchase; null forgets an answer, the rest stays',
    body: z.object({ seen, facts: z.record(z.string().max(60), given) }),
    answer: z.looseObject({ version: z.number(), facts: z.record(z.string(), z.unknown()) }),
    example: '{"seen":1,"facts":{"route":"open","electronicSubmission":true}}',
    write: async (ctx, purchaseId, { seen: version, facts: changes }) => {
      const purchase = await inReading(ctx, (db: Reader<ProcurementTables>) => getPurchase(db, purchaseId))
      const { facts, faults } = changedFacts(purchase.facts, changes)
      if (faults.length > 0) return refused('facts-not-usable', faults.join(' '))
      const decision = await answerLawFacts(ctx, purchaseId, version, facts)
      if (!decision.ok) return refused(decision.refusal, purchaseSentence(decision))
      const { value } = decision
      return {
        ok: true,
        value: { version: value.version, facts: value.facts, questions: explainPurchase(value).questions },
      }
    },
  }),
]
