import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { readTable } from '../../../platform/tables/read-table.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Fault } from '../framework/fault.ts'
import { type FrameworkFacts, readFrameworkTable } from '../framework/read-framework.ts'
import { decideTerms, type LicenceRefusal } from '../rules/licence-terms.ts'
import { insertVersion, listVersions, lockFramework } from '../store/frameworks.ts'
import type { MeasuresTables } from '../tables.ts'
import { actorText, isOperator } from './acting.ts'

export type HandedFramework = {
  readonly bytes: Buffer
  readonly fileName: string
  readonly facts: FrameworkFacts
}
export type ImportRefusal = LicenceRefusal | 'code-unfit' | 'code-taken' | 'version-taken'
export type FrameworkImported = {
  readonly id: string
  readonly measures: number
  readonly readAs: string
  /** Headers that no column of a framework is called by. */
  readonly ignored: readonly string[]
}
export type FrameworkOutcome =
  | Decision<FrameworkImported, ImportRefusal>
  | {
      readonly ok: false
      readonly refusal: 'file-faulty'
      readonly faults: readonly Fault[]
      readonly facts: { readonly faults: number }
    }

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const LONGEST_CODE = 60

/**
 * Takes a framework in from a CSV or XLSX file as a new version, of the acting authority or (for the operator) of all.
 * Everything or nothing: with one fault in any row nothing is stored, and every fault is told. Throws Unusable where
 * the file cannot be read at all.
 */
export const importFramework = async (
  ctx: Context,
  { bytes, fileName, facts }: HandedFramework,
): Promise<FrameworkOutcome> => {
  if (ctx.authorityId === null && !isOperator(ctx))
    throw new Forbidden('Only an organisation hands in a framework.')
  const terms = decideTerms(facts.licence, facts.terms)
  if (!terms.ok) return terms
  if (!CODE.test(facts.id) || facts.id.length > LONGEST_CODE) return refuse('code-unfit')
  const table = await readTable(bytes)
  const read = readFrameworkTable(table, facts)
  if (!read.ok)
    return { ok: false, refusal: 'file-faulty', faults: read.faults, facts: { faults: read.faults.length } }
  return inTransaction<MeasuresTables, FrameworkOutcome>(ctx, async (tx) => {
    await lockFramework(tx, facts.id)
    const known = (await listVersions(tx)).filter(({ framework }) => framework.id === facts.id)
    if (known.some(({ authorityId }) => authorityId !== ctx.authorityId))
      return refuse('code-taken', { code: facts.id })
    if (known.some(({ framework }) => framework.version === facts.version))
      return refuse('version-taken', { version: facts.version })
    const id = newId()
    const version = {
      id,
      authorityId: ctx.authorityId,
      terms: terms.value,
      fileName,
      addedAt: ctx.clock.now(),
      framework: read.framework,
    }
    await insertVersion(tx, version, actorText(ctx.actor))
    const measures = read.framework.measures.length
    await recordAudit(tx, ctx, {
      name: 'FRAMEWORK_ADDED',
      subject: id,
      facts: {
        framework: facts.id,
        version: facts.version,
        licence: facts.licence,
        terms: terms.value,
        measures,
        file: fileName,
      },
    })
    return accept({ id, measures, readAs: table.readAs, ignored: read.ignored })
  })
}
