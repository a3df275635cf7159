import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/reading.ts'
import type { Survey } from './model/survey.ts'
import { type SurveyResults, surveyResults } from './rules/survey/results.ts'
import { getSurvey, listInvitees } from './store/survey.ts'
import { resultWords } from './survey-words.ts'
import type { SpendTables } from './tables.ts'

export type SurveyReport = { readonly survey: Survey; readonly results: SurveyResults }

/** A survey with what its suppliers answered, for the page, the API, the command line and the files. */
export const readSurveyResults = (ctx: Context, id: string): Promise<SurveyReport> =>
  inReading<SpendTables, SurveyReport>(ctx, async (db) => {
    const survey = await getSurvey(db, id)
    return { survey, results: surveyResults(survey.questions, await listInvitees(db, id)) }
  })

export const surveyResultsJson = ({ survey, results }: SurveyReport) => ({
  title: survey.title,
  response: results.response,
  questions: results.questions.map((result) => {
    const [figure, weighted, least, most] = resultWords(result).cells
    const { id, kind, text } = result.question
    return { id, kind, question: text, figure, weighted, least, most, basis: result.stand }
  }),
})
