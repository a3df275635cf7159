import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import type { Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import {
  addEntry,
  changeEntry,
  type Edit,
  type Revised,
  switchOff,
  takeBack,
  weighMeasure,
} from '../actions/adapt-framework.ts'
import {
  changeVariant,
  leaveOutVariant,
  type NamedVariant,
  takeBackVariant,
} from '../actions/adapt-variant.ts'
import { readMerge, takeInVersion } from '../actions/merge-framework.ts'
import { isColumn } from '../framework/edit-entry.ts'
import { ROW_COLUMNS } from '../framework/framework-row.ts'
import { ENTRY_KINDS, type EntryKind, type Side, WEIGHT_TARGETS } from '../model/adaptation.ts'
import { read } from '../seen.ts'
import { contextOf, ORGANISATION_OPTION, refuseWith, textOption } from './frameworks.ts'

const OPTIONS = {
  framework: { type: 'string', description: 'which framework: open (default), or another' },
  because: { type: 'string', description: 'why it is different here' },
  organisation: ORGANISATION_OPTION,
} as const

const frameworkOf = (input: CommandInput): string => textOption(input, 'framework') || 'open'

const kindOf = (input: CommandInput): EntryKind => {
  const given = textOption(input, 'kind') || 'measure'
  const kind = ENTRY_KINDS.find((known) => known === given)
  if (!kind) throw new Unusable(`--kind is one of: ${ENTRY_KINDS.join(', ')}.`)
  return kind
}

/** `--set column=text`, as often as needed. */
const textsOf = ({ options }: CommandInput): Edit['texts'] =>
  Object.fromEntries(
    (Array.isArray(options.set) ? options.set : []).map((pair) => {
      const at = pair.indexOf('=')
      const column = pair.slice(0, Math.max(0, at)).trim()
      if (!isColumn(column))
        throw new Unusable(`--set is column=text; the columns are: ${ROW_COLUMNS.join(', ')}.`)
      return [column, pair.slice(at + 1)]
    }),
  )

const answer = (input: CommandInput, outcome: Revised, said: string): ExitCode => {
  if (!outcome.ok) return refuseWith(input, outcome.refusal, outcome.facts)
  input.terminal.answer({ framework: frameworkOf(input), ...outcome.value })
  input.terminal.print(`${said}; revision ${outcome.value.revision} of ${frameworkOf(input)}`)
  return 0
}

/** The same of one other figure: changed or added, left out, or as published again. */
const reviseVariant = (input: CommandInput, ctx: Context, named: NamedVariant): Promise<Revised> => {
  const framework = frameworkOf(input)
  if (kindOf(input) !== 'measure') throw new Unusable('Only a measure has other figures.')
  if (input.options.back === true) return takeBackVariant(ctx, framework, named)
  if (input.options.off === true) return leaveOutVariant(ctx, framework, named)
  return changeVariant(ctx, framework, { ...named, texts: textsOf(input) })
}

const adaptCommand: Command = {
  name: 'measures adapt',
  summary: 'Change, add, switch off or put back a theme, outcome or measure for an organisation',
  usage: 'CODE --set column=text … --because WHY --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...OPTIONS,
    kind: { type: 'string', description: `one of ${ENTRY_KINDS.join(', ')} (measure if left out)` },
    set: { type: 'string', multiple: true, description: 'column=text; may be given more than once' },
    seen: {
      type: 'string',
      description: 'the “seen” of `measures show --json`: refused where it has changed',
    },
    add: { type: 'boolean', description: 'add it: nothing has this code yet' },
    off: { type: 'boolean', description: 'switch it off' },
    back: { type: 'boolean', description: 'put it back as published' },
    variant: { type: 'string', description: 'one other figure of the measure, by its code' },
  },
  examples: [
    'measures adapt com-volunteer --set value=19.40 --set "source=Our study 2026" --because "Own study" --organisation northmere-city-council',
    'measures adapt job-ltu --variant london --set value=21000 --because "Own study" --organisation northmere-city-council',
    'measures adapt env-biodiversity --off --because "Counted elsewhere" --organisation northmere-city-council',
  ],
  run: async (input) => {
    const { args, options } = input
    const [ctx, framework, kind] = [await contextOf(input), frameworkOf(input), kindOf(input)]
    const [code = ''] = args
    const because = textOption(input, 'because')
    const variant = textOption(input, 'variant')
    if (variant !== '')
      return answer(
        input,
        await reviseVariant(input, ctx, { measure: code, code: variant, because }),
        `${code} ${variant}`,
      )
    if (options.back === true)
      return answer(input, await takeBack(ctx, framework, { kind, code }), `${code} as published`)
    if (options.off === true)
      return answer(input, await switchOff(ctx, framework, { kind, code, because }), `${code} off`)
    const seen = textOption(input, 'seen') || undefined
    const edit: Edit = { kind, code, texts: textsOf(input), because, seen }
    const isNew = options.add === true
    return answer(
      input,
      await (isNew ? addEntry : changeEntry)(ctx, framework, edit),
      `${code} ${isNew ? 'added' : 'changed'}`,
    )
  },
}

const weighCommand: Command = {
  name: 'measures weigh',
  summary: 'Say how much a measure matters for a ward or a priority; 1 takes the weight away',
  usage: 'CODE WEIGHT --for ward:E05… --because WHY --organisation NAME',
  minArgs: 2,
  maxArgs: 2,
  options: { ...OPTIONS, for: { type: 'string', description: 'ward:CODE or priority:ID' } },
  examples: [
    'measures weigh job-neet-18-24 2 --for ward:E05000001 --because "Twice the share" --organisation northmere-city-council',
  ],
  run: async (input) => {
    const [measure = '', weight = ''] = input.args
    const [given, ...rest] = textOption(input, 'for').split(':')
    const kind = WEIGHT_TARGETS.find((known) => known === given)
    if (!kind) throw new Unusable('--for is ward:CODE or priority:ID.')
    const because = textOption(input, 'because')
    const weighed = { measure, weight, because, target: { kind, id: rest.join(':') } }
    return answer(
      input,
      await weighMeasure(await contextOf(input), frameworkOf(input), weighed),
      `${measure} × ${weight}`,
    )
  },
}

const choicesOf = (input: CommandInput, open: readonly string[]): Map<string, Side> => {
  const given = Array.isArray(input.options.take) ? input.options.take : []
  const choices = new Map<string, Side>()
  for (const text of given) {
    const at = text.lastIndexOf('=')
    const side = text.slice(at + 1)
    if (side !== 'ours' && side !== 'theirs')
      throw new Unusable('--take is ours, theirs, or measure.CODE.field=ours for one of them.')
    for (const key of at === -1 ? open : [text.slice(0, at)]) choices.set(key, side)
  }
  return choices
}

const mergeCommand: Command = {
  name: 'measures merge',
  summary: 'See what a newer version of a framework would change here, and take it in',
  usage: 'FRAMEWORK --organisation NAME [--take ours|theirs|KEY=ours …]',
  minArgs: 1,
  maxArgs: 1,
  options: {
    take: {
      type: 'string',
      multiple: true,
      description: 'ours or theirs for every clash, or KEY=ours for one',
    },
    apply: { type: 'boolean', description: 'take it in; without it, nothing is changed' },
    organisation: ORGANISATION_OPTION,
  },
  examples: [
    'measures merge open --organisation northmere-city-council',
    'measures merge open --take ours --apply --organisation northmere-city-council',
  ],
  run: async (input) => {
    const [framework = ''] = input.args
    const { terminal, options } = input
    const ctx = await contextOf(input)
    const offer = await read(ctx, (db) => readMerge(db, framework))
    if (!offer) return refuseWith(input, 'no-newer-version', {})
    const choices = choicesOf(input, offer.merged.open)
    if (options.apply === true) {
      const decision = await takeInVersion(ctx, framework, choices)
      if (!decision.ok) return refuseWith(input, decision.refusal, decision.facts)
      terminal.answer(decision.value)
      terminal.print(`${framework} ${decision.value.version} is in use; revision ${decision.value.revision}`)
      return 0
    }
    const { version } = offer.theirs.framework
    terminal.answer({ version, items: offer.merged.items, open: offer.merged.open })
    terminal.print(`${framework}: from ${offer.local.version.framework.version} to ${version}`)
    for (const { key, outcome } of offer.merged.items) terminal.print(`  ${outcome.padEnd(6)} ${key}`)
    terminal.print(`${offer.merged.open.length} to choose. Add --take and --apply to take it in.`)
    return 0
  },
}

export const adaptCommands: readonly Command[] = [adaptCommand, weighCommand, mergeCommand]
