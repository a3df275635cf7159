import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Mark } from '../../../kernel/seen.ts'
import type { Context } from '../../../platform/context.ts'
import { isStale } from '../../../platform/seen.ts'
import { type EntryTexts, editVariant } from '../framework/edit-entry.ts'
import { variantParts } from '../framework/entry-parts.ts'
import type { AdaptRefusal, LocalFramework } from '../model/adaptation.ts'
import type { Measure, Variant } from '../model.ts'
import { changeKey, decideChange, findEntry } from '../rules/adapt.ts'
import { entryWith, variantField } from '../rules/entry-fields.ts'
import { changeRevision, faulty, type Revised, revise } from './adapt-framework.ts'

/** Another figure of a measure: of which measure, and by what code. */
export type NamedVariant = { readonly measure: string; readonly code: string; readonly because: string }

type Found = Decision<Measure, AdaptRefusal>
const measureOf = ({ framework }: LocalFramework, code: string): Found => {
  const measure = findEntry(framework, 'measure', code)
  return measure ? accept(measure as Measure) : refuse('unknown-entry', { code })
}

/** Makes one figure of a measure another, or takes it out (null); the rest of the measure stays as it is. */
const settle = (
  ctx: Context,
  local: LocalFramework,
  measure: Measure,
  { code, because }: NamedVariant,
  variant: Variant | null,
) => {
  const entry = entryWith(measure, { [variantField(code)]: variant })
  const about = { kind: 'measure', code: measure.code } as const
  const decision = decideChange(local.version.framework, local.changes, { kind: 'measure', entry, because })
  return decision.ok
    ? accept(changeRevision(ctx, local.framework.id, about, decision.value, because)(local))
    : decision
}

/** Makes another figure of a measure what somebody wrote, or adds it where the measure has none of this code. */
export const changeVariant = (
  ctx: Context,
  frameworkCode: string,
  named: NamedVariant & { readonly texts: EntryTexts; readonly seen?: Mark | undefined },
): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURES_ADAPTED', (local) => {
    const found = measureOf(local, named.measure)
    if (!found.ok) return found
    const { code, texts, seen } = named
    const known = found.value.variants.find((variant) => variant.code === code) ?? null
    const there = variantParts(named.measure, known)
    if (isStale(seen, there, { ...there, ...texts }))
      return refuse('changed-meanwhile', { kind: 'measure', code: named.measure })
    const edited = editVariant(local.framework, local.version.terms, { measure: found.value, code, texts })
    return edited.ok ? settle(ctx, local, found.value, named, edited.variant) : faulty(edited.faults)
  })

/** Takes another figure out of a measure, for this authority. */
export const leaveOutVariant = (ctx: Context, frameworkCode: string, named: NamedVariant): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURES_ADAPTED', (local) => {
    const found = measureOf(local, named.measure)
    if (!found.ok) return found
    return found.value.variants.some(({ code }) => code === named.code)
      ? settle(ctx, local, found.value, named, null)
      : refuse('unknown-figure', { code: named.code })
  })

/** Takes back what was changed of one figure, so that it is as published again. */
export const takeBackVariant = (
  ctx: Context,
  frameworkCode: string,
  { measure: measureCode, code }: Omit<NamedVariant, 'because'>,
): Promise<Revised> =>
  revise(ctx, frameworkCode, 'MEASURES_ADAPTED', (local) => {
    const found = measureOf(local, measureCode)
    if (!found.ok) return found
    const about = { kind: 'measure', code: measureCode } as const
    const change = local.changes.find((each) => changeKey(each) === changeKey(about))
    if (change?.act !== 'change' || !(variantField(code) in change.fields)) return refuse('not-changed-here')
    const origin = findEntry(local.version.framework, 'measure', measureCode) as Measure | undefined
    const published = origin?.variants.find((variant) => variant.code === code) ?? null
    return settle(ctx, local, found.value, { measure: measureCode, code, because: change.because }, published)
  })
