import { listOrganisations, namedOrganisation, type Organisation } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { actingAs, type Services } from '../../../platform/context.ts'
import { inReading } from '../../../platform/reading.ts'
import { matchPayeesOf } from '../actions/match-payees.ts'
import { type MatchingReport, matchingReport } from '../matching-report.ts'

/** The organisation of this name, or every authority. */
const organisationsFor = async (services: Services, name: string | undefined): Promise<Organisation[]> => {
  if (name !== undefined) return [await namedOrganisation(services, name)]
  const anyone = actingAs(services, { kind: 'command' }, null)
  const all = await inReading(anyone, (db) => listOrganisations(db as never))
  return all.filter((organisation) => organisation.isAuthority)
}

const line = ({ organisation, payees, registersLoaded }: MatchingReport): string =>
  registersLoaded
    ? `${organisation}: ${payees.matched} payees identified, ${payees.doubtful} doubtful, ${payees.unknown} unknown, ${payees.individuals} not looked up.`
    : `${organisation}: no register is loaded, so nothing was matched. goldthread register import --help shows how to load one.`

const matchCommand: Command = {
  name: 'suppliers match',
  summary: 'Match payees to the suppliers in the registers',
  usage: '[--organisation NAME]',
  minArgs: 0,
  maxArgs: 0,
  options: { organisation: { type: 'string', description: 'whose payees; left out, those of all' } },
  examples: ['suppliers match', 'suppliers match --organisation northmere-city-council --json'],
  run: async ({ services, options, terminal }) => {
    const name = typeof options.organisation === 'string' ? options.organisation : undefined
    const reports: MatchingReport[] = []
    for (const organisation of await organisationsFor(services, name)) {
      const ctx = {
        ...actingAs(services, { kind: 'command' }, organisation.id),
        authorityId: organisation.id,
      }
      const record = await matchPayeesOf(ctx, (part, share) =>
        terminal.progress(`${organisation.name}: ${part} ${Math.round(share * 100)} %`),
      )
      const report = matchingReport(record, organisation.name)
      reports.push(report)
      terminal.print(line(report))
    }
    terminal.answer(name === undefined ? { organisations: reports } : reports[0])
    return 0
  },
}

export const matchCommands: readonly Command[] = [matchCommand]
