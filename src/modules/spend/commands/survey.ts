import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatDate } from '../../../platform/views/views.ts'
import { SURVEY_STATE } from '../messages/survey.ts'
import type { Invitee } from '../model/survey.ts'
import { listInvitees, listSurveys, type SurveyLine } from '../store/survey.ts'
import { readSurveyResults, surveyResultsJson } from '../survey-report.ts'
import { progressOf, resultWords, standBasis } from '../survey-words.ts'
import type { SpendTables } from '../tables.ts'
import { namedSurvey } from './named-survey.ts'
import { ORGANISATION } from './periods.ts'

const list: Command = {
  name: 'survey list',
  summary: 'List the surveys of the largest suppliers',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: [
    'survey list --organisation northmere-city-council',
    'survey list --organisation northmere-city-council --json',
  ],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const surveys = await inReading<SpendTables, SurveyLine[]>(ctx, listSurveys)
    terminal.answer({ surveys })
    for (const { id, title, state, invited, answered, closesOn } of surveys) {
      terminal.print(
        `${title}  (${SURVEY_STATE[state].text.toLowerCase()}, last day ${formatDate(closesOn)})`,
      )
      terminal.print(`  ${answered} of ${invited} answered; ${id}`)
    }
    if (surveys.length === 0)
      terminal.print('No survey yet. goldthread survey draft --help shows how to begin one.')
    return 0
  },
}

const inviteeJson = (invitee: Invitee) => ({
  id: invitee.id,
  supplier: invitee.supplierKey,
  name: invitee.name,
  paidPence: invitee.pence,
  email: invitee.email,
  progress: progressOf(invitee),
  answeredAt: invitee.sentAt?.toISOString() ?? null,
})

const show: Command = {
  name: 'survey show',
  summary: 'Show a survey: its questions, whom it asks, and how far each is',
  usage: 'SURVEY --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [
    'survey show "What you do for us" --organisation northmere-city-council',
    'survey show "What you do for us" --organisation northmere-city-council --json',
  ],
  run: async (input) => {
    const { ctx, survey } = await namedSurvey(input)
    const invitees = await inReading<SpendTables, Invitee[]>(ctx, (db) => listInvitees(db, survey.id))
    const { terminal } = input
    terminal.answer({ ...survey, invitees: invitees.map(inviteeJson) })
    terminal.print(
      `${survey.title}: ${SURVEY_STATE[survey.state].text}, last day ${formatDate(survey.closesOn)}`,
    )
    for (const { text } of survey.questions) terminal.print(`  ? ${text}`)
    for (const invitee of invitees)
      terminal.print(`  ${progressOf(invitee).padEnd(18)} ${invitee.name}  ${invitee.email ?? ''}`.trimEnd())
    return 0
  },
}

const results: Command = {
  name: 'survey results',
  summary: 'Show what suppliers answered, of how many, and for what spending they stand',
  usage: 'SURVEY --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [
    'survey results "What you do for us" --organisation northmere-city-council',
    'survey results "What you do for us" --organisation northmere-city-council --json',
  ],
  run: async (input) => {
    const { ctx, survey } = await namedSurvey(input)
    const report = await readSurveyResults(ctx, survey.id)
    const { terminal } = input
    terminal.answer(surveyResultsJson(report))
    const basis = standBasis(survey, report.results.response)
    terminal.print(
      `${survey.title}. ${basis.period}; ${basis.coverage}; ${basis.unknown}; ${basis.verifiedBy}.`,
    )
    for (const result of report.results.questions.filter(({ kind }) => kind !== 'text')) {
      const { figure, weighted, range } = resultWords(result)
      terminal.print(`  ${result.question.text}`)
      terminal.print(`    ${figure}; weighted by spending ${weighted}; of all invited ${range}`)
    }
    return report.results.response.answered > 0 ? 0 : 1
  },
}

export const surveyCommands: readonly Command[] = [list, show, results]
