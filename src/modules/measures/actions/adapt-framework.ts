import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Mark } from '../../../kernel/seen.ts'
import { type AuditFacts, recordAudit } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { isStale, savedFacts } from '../../../platform/seen.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { type EntryTexts, editEntry } from '../framework/edit-entry.ts'
import { entryParts } from '../framework/entry-parts.ts'
import type { Fault } from '../framework/fault.ts'
import { columnName, faultSentence } from '../messages/fault-words.ts'
import type { AdaptRefusal, Change, EntryKind, LocalFramework, Weight } from '../model/adaptation.ts'
import { changeKey, decideAddition, decideChange, decideSwitchOff, findEntry } from '../rules/adapt.ts'
import { decideWeight } from '../rules/weights.ts'
import { deleteChange, lastChange, putChange, putWeight, touchAdaptation } from '../store/adaptations.ts'
import { lockFramework } from '../store/frameworks.ts'
import { readFramework } from '../store/local-frameworks.ts'
import type { MeasuresTables } from '../tables.ts'
import { actorText, authorityOf, nameOfActor } from './acting.ts'

type Tx = Writer<MeasuresTables>
/** What somebody wrote of an entry, and why. */
export type Edit = {
  readonly kind: EntryKind
  readonly code: string
  readonly texts: EntryTexts
  readonly because: string
  /** What whoever writes has read before; nothing is compared without it. */
  readonly seen?: Mark | undefined
}
export type Revised =
  | Decision<{ readonly revision: number }, AdaptRefusal>
  | {
      readonly ok: false
      readonly refusal: 'entry-faulty'
      readonly faults: readonly Fault[]
      readonly facts: { readonly problem: string }
    }

type Revision = {
  readonly subject: string
  readonly facts: AuditFacts
  readonly write: (tx: Tx, authorityId: string) => Promise<void>
}

/** Decides about one framework of the acting authority, and stores what was decided, with its audit entry. */
export const revise = async (
  ctx: Context,
  frameworkCode: string,
  name: string,
  decide: (local: LocalFramework) => Decision<Revision, AdaptRefusal> | Exclude<Revised, { ok: true }>,
): Promise<Revised> => {
  const authorityId = authorityOf(ctx)
  return inTransaction<MeasuresTables, Revised>(ctx, async (tx) => {
    await lockFramework(tx, `${authorityId} ${frameworkCode}`)
    const local = await readFramework(tx, frameworkCode)
    const decided = decide(local)
    if (!decided.ok)
      return decided.refusal === 'changed-meanwhile'
        ? named(tx, authorityId, frameworkCode, decided)
        : decided
    const revision = await touchAdaptation(tx, authorityId, frameworkCode, local.version.id)
    await decided.value.write(tx, authorityId)
    const facts = { framework: frameworkCode, revision, ...decided.value.facts }
    await recordAudit(tx, ctx, { name, subject: decided.value.subject, facts })
    return accept({ revision })
  })
}

/** Says who wrote what was not seen, and when. */
const named = async (
  tx: Tx,
  authorityId: string,
  frameworkCode: string,
  { facts = {} }: { readonly facts?: Readonly<Record<string, string | number>> },
): Promise<Revised> => {
  const about = { kind: facts['kind'], code: facts['code'] } as Pick<Change, 'kind' | 'code'>
  const last = await lastChange(tx, frameworkCode, about)
  const by = last && { by: await nameOfActor(tx, authorityId, last.by), at: last.at }
  return refuse('changed-meanwhile', savedFacts(by))
}

const told = (fields: Change['fields']): string => JSON.stringify(fields).slice(0, 4_000)

/** Stores a change, or takes the one that is there away (null). */
export const changeRevision =
  (
    ctx: Context,
    frameworkCode: string,
    about: Pick<Change, 'kind' | 'code'>,
    change: Change | null,
    because: string,
  ) =>
  (local: LocalFramework): Revision => {
    const before = local.changes.find((each) => changeKey(each) === changeKey(about))
    return {
      subject: about.code,
      facts: {
        kind: about.kind,
        act: change?.act ?? 'as published',
        because,
        before: before ? told(before.fields) : null,
        after: change ? told(change.fields) : null,
      },
      write: async (tx, authorityId) => {
        const by = { authorityId, at: ctx.clock.now(), by: actorText(ctx.actor) }
        return change ? putChange(tx, by, frameworkCode, change) : deleteChange(tx, frameworkCode, about)
      },
    }
  }

export const faulty = (faults: readonly Fault[]): Exclude<Revised, { ok: true }> => {
  const problem = faults.map((fault) => `${columnName(fault.column)}: ${faultSentence(fault)}`).join('. ')
  return { ok: false, refusal: 'entry-faulty', faults, facts: { problem } }
}

const reviseEntry =
  (ctx: Context, frameworkCode: string, edit: Edit, decide: typeof decideChange) =>
  (local: LocalFramework) => {
    const there = findEntry(local.framework, edit.kind, edit.code)
    if (there && isStale(edit.seen, entryParts(there), { ...entryParts(there), ...edit.texts }))
      return refuse('changed-meanwhile', { kind: edit.kind, code: edit.code })
    const edited = editEntry(local.framework, local.version.terms, edit)
    if (!edited.ok) return faulty(edited.faults)
    const said = { kind: edit.kind, entry: edited.entry, because: edit.because }
    const decision = decide(local.version.framework, local.changes, said)
    if (!decision.ok) return decision
    return accept(changeRevision(ctx, frameworkCode, edit, decision.value, edit.because)(local))
  }

/** Makes an entry what somebody wrote. Written as it was published, it differs no more. */
export const changeEntry = (ctx: Context, frameworkCode: string, edit: Edit): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURES_ADAPTED', reviseEntry(ctx, frameworkCode, edit, decideChange))

/** Adds a theme, outcome or measure of the authority's own. */
export const addEntry = (ctx: Context, frameworkCode: string, edit: Edit): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURES_ADAPTED', reviseEntry(ctx, frameworkCode, edit, decideAddition))

type Named = Pick<Change, 'kind' | 'code' | 'because'>

/** Switches an entry off, with what lies beneath it. An addition of one's own goes away. */
export const switchOff = (ctx: Context, frameworkCode: string, named: Named): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURES_ADAPTED', (local) => {
    const decision = decideSwitchOff(local.version.framework, local.changes, named)
    if (!decision.ok) return decision
    const beneath = decision.value === null ? ownBeneath(local, named) : []
    if (beneath.length > 0) return refuse('still-in-use', { measures: beneath.join(', ') })
    return accept(changeRevision(ctx, frameworkCode, named, decision.value, named.because)(local))
  })

/** Additions that stand under an addition which is to go. */
const ownBeneath = ({ framework }: LocalFramework, { kind, code }: Named): string[] => {
  if (kind === 'theme')
    return framework.outcomes.filter(({ theme }) => theme === code).map((each) => each.code)
  if (kind === 'outcome')
    return framework.measures.filter(({ outcome }) => outcome === code).map((each) => each.code)
  return []
}

/** Takes back what was changed or switched off, so that the entry is as published again. */
export const takeBack = (
  ctx: Context,
  frameworkCode: string,
  about: Pick<Change, 'kind' | 'code'>,
): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURES_ADAPTED', (local) => {
    const change = local.changes.find((each) => changeKey(each) === changeKey(about))
    if (!change || change.act === 'add') return refuse('not-changed-here')
    return accept(changeRevision(ctx, frameworkCode, about, null, 'as published again')(local))
  })

/** Says how much a measure matters for a ward or a priority. A weight of 1 with no other meaning is taken away. */
export const weighMeasure = (ctx: Context, frameworkCode: string, given: Weight): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURE_WEIGHTED', (local) => {
    const decision = decideWeight(given)
    if (!decision.ok) return decision
    if (!findEntry(local.framework, 'measure', given.measure))
      return refuse('unknown-entry', { code: given.measure })
    const { measure, target, weight, because } = decision.value
    return accept({
      subject: measure,
      facts: { target: `${target.kind} ${target.id}`, weight, because },
      write: (tx, authorityId) =>
        putWeight(
          tx,
          authorityId,
          frameworkCode,
          { measure, target },
          Number(weight) === 1 ? null : { weight, because },
        ),
    })
  })
