import { actingForNamed } from '#identity'
import type { CommandInput } from '../../../platform/command.ts'
import type { Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { listSurveys, type SurveyLine } from '../store/survey.ts'
import type { SpendTables } from '../tables.ts'

export type NamedSurvey = { readonly ctx: Context; readonly survey: SurveyLine }

/** The survey that a command names by its title or id. Throws Unusable where there is none, or more than one. */
export const namedSurvey = async ({ services, args, options }: CommandInput): Promise<NamedSurvey> => {
  const ctx = await actingForNamed(services, options.organisation)
  const [asked = ''] = args
  const surveys = await inReading<SpendTables, SurveyLine[]>(ctx, listSurveys)
  const [survey, another] = surveys.filter(({ id, title }) => id === asked || title === asked)
  if (!survey)
    throw new Unusable(`There is no survey "${asked}". goldthread survey list shows those there are.`)
  if (another) throw new Unusable(`Two surveys are called "${asked}". Name it by its id.`)
  return { ctx, survey }
}
