import { h } from 'preact'
import { NotFound } from '../../../../platform/errors.ts'
import { exportFormatOf, exportTable } from '../../../../platform/export-table.ts'
import { type Answer, page } from '../../../../platform/http/answer.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import type { QuestionResult } from '../../rules/survey/results.ts'
import { readSurveyResults } from '../../survey-report.ts'
import { resultWords, standBasis } from '../../survey-words.ts'
import { surveyPath } from './paths.ts'
import { surveyIdOf } from './survey-id.ts'
import { SurveyResultsView } from './survey-results.view.tsx'

export const get = async (request: PageRequest): Promise<Answer> => {
  const { survey, results } = await readSurveyResults(request.ctx, surveyIdOf(request))
  const body = h(SurveyResultsView, {
    survey,
    response: results.response,
    basis: standBasis(survey, results.response),
    figures: results.questions
      .filter(({ kind }) => kind !== 'text')
      .map((result) => ({
        result,
        words: resultWords(result),
        basis: standBasis(survey, result.stand),
      })),
    texts: results.questions.filter((result) => result.kind === 'text'),
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: `${surveyPath(survey.id)}/results.${format.toLowerCase()}`,
    })),
  })
  return page(`Results: ${survey.title}`, body, {
    width: 'wide',
    backLink: { href: surveyPath(survey.id), text: survey.title },
  })
}

/** `results.csv` and its sisters. */
export const getExport = async (request: PageRequest): Promise<Answer> => {
  const format = exportFormatOf(request.params.format)
  if (!format) throw new NotFound('Exports end in .csv, .xlsx or .json.')
  const { survey, results } = await readSurveyResults(request.ctx, surveyIdOf(request))
  const { period, coverage, verifiedBy } = standBasis(survey, results.response)
  const cell = (at: 0 | 1 | 2 | 3) => (result: QuestionResult) => resultWords(result).cells[at]
  return exportTable<QuestionResult>(format, {
    name: 'survey-results',
    basis: `${survey.title}; ${period}; ${coverage}; ${verifiedBy}`,
    columns: [
      { header: 'question', value: ({ question }) => question.text },
      { header: 'kind', value: ({ kind }) => kind },
      { header: 'figure', value: cell(0), kind: 'number' },
      { header: 'weighted by spending', value: cell(1), kind: 'number' },
      { header: 'least of all invited', value: cell(2), kind: 'number' },
      { header: 'most of all invited', value: cell(3), kind: 'number' },
      { header: 'suppliers who answered', value: ({ stand }) => stand.answered, kind: 'number' },
      { header: 'suppliers invited', value: ({ stand }) => stand.invited, kind: 'number' },
      { header: 'paid to those who answered', value: ({ stand }) => stand.pence, kind: 'pence' },
      { header: 'paid to those invited', value: ({ stand }) => stand.penceInvited, kind: 'pence' },
    ],
    rows: results.questions,
  })
}
