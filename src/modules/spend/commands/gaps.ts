import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { formatPoundsCompact } from '../../../platform/views/views.ts'
import { readGapAnalysis } from '../analyses/gaps.ts'
import { analysisJson } from '../analysis-api.ts'
import { basisText } from '../basis-words.ts'
import { GAP_SETTINGS } from '../rules/gaps.ts'
import { settingErrors, settingJson } from '../setting-words.ts'
import { readAskedSlice } from '../slice-query.ts'

const SETTINGS = Object.fromEntries(
  Object.values(GAP_SETTINGS).map(({ name, label }) => [
    name,
    { type: 'string' as const, description: label[0]?.toLowerCase() + label.slice(1) },
  ]),
)

const gapsCommand: Command = {
  name: 'spend gaps',
  summary: 'Show what leaks by category against local supply: redirect, develop or create',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: {
    organisation: { type: 'string', description: 'whose payments' },
    from: { type: 'string', description: 'first month, 2026-04' },
    to: { type: 'string', description: 'last month, 2027-03' },
    scheme: { type: 'string', description: 'a scheme of categories, such as plain; else the files’ words' },
    leaving: { type: 'string', description: 'the id of the place that counts as local' },
    ...SETTINGS,
  },
  examples: [
    'spend gaps --organisation northmere-city-council',
    'spend gaps --organisation northmere-city-council --scheme plain --growth 100 --json',
  ],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const query = Object.fromEntries(
      Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
    const analysis = await readGapAnalysis({ ctx, slice: readAskedSlice(query), query, params: {} })
    const [error] = settingErrors(analysis.settings ?? [])
    if (error) throw new Unusable(error.message)
    terminal.answer({ ...analysisJson(analysis), settings: (analysis.settings ?? []).map(settingJson) })
    terminal.print(analysis.lead)
    terminal.print(basisText(analysis.basis))
    for (const [category, answer, leak, reason] of analysis.table.rows)
      terminal.print(
        `  ${(category?.text ?? '').slice(0, 36).padEnd(36)} ${formatPoundsCompact(Number(leak?.value ?? 0)).padStart(8)}  ${(answer?.text ?? '').padEnd(12)} ${reason?.text}`,
      )
    return 0
  },
}

export const gapCommands: readonly Command[] = [gapsCommand]
