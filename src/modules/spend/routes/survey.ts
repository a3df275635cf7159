import { pageRows } from '../../../platform/http/page-rows.ts'
import type { PageRoute } from '../../../platform/http/route.ts'
import * as answerSurvey from '../pages/survey/answer-survey.ts'
import * as editQuestions from '../pages/survey/edit-questions.ts'
import * as listSurveys from '../pages/survey/list-surveys.ts'
import * as newSurvey from '../pages/survey/new-survey.ts'
import * as showSurvey from '../pages/survey/show-survey.ts'
import * as invitees from '../pages/survey/survey-invitees.ts'
import * as results from '../pages/survey/survey-results.ts'

const GUESSES = 60
const READ = 'spend.read'
const MANAGE = 'spend.manage'

const row = pageRows('spend/pages/survey')

// biome-ignore format: a table reads better in rows
export const surveyPages: readonly PageRoute[] = [
  row('GET', '/spend/surveys', READ, 'SURVEYS_READ', 'list-surveys', listSurveys.get),
  row('GET', '/spend/surveys/new', MANAGE, 'SURVEY_FORM_READ', 'new-survey', newSurvey.get),
  row('POST', '/spend/surveys/new', MANAGE, 'SURVEY_DRAFTED', 'new-survey', newSurvey.post),
  row('GET', '/spend/surveys/:surveyId', READ, 'SURVEY_READ', 'show-survey', showSurvey.get),
  row('POST', '/spend/surveys/:surveyId', MANAGE, 'SURVEY_RUN', 'show-survey', showSurvey.post),
  row('POST', '/spend/surveys/:surveyId/addresses', MANAGE, 'SURVEY_ADDRESSES_SET', 'show-survey', showSurvey.postAddresses),
  row('GET', '/spend/surveys/:surveyId/suppliers.:format', READ, 'SURVEY_SUPPLIERS_EXPORTED', 'survey-invitees', invitees.getExport),
  row('GET', '/spend/surveys/:surveyId/questions', READ, 'SURVEY_QUESTIONS_READ', 'edit-questions', editQuestions.get),
  row('POST', '/spend/surveys/:surveyId/questions', MANAGE, 'SURVEY_QUESTIONS_CHANGED', 'edit-questions', editQuestions.post),
  row('GET', '/spend/surveys/:surveyId/results', READ, 'SURVEY_RESULTS_READ', 'survey-results', results.get),
  row('GET', '/spend/surveys/:surveyId/results.:format', READ, 'SURVEY_RESULTS_EXPORTED', 'survey-results', results.getExport),
  row('GET', '/survey/:token', 'public', 'SURVEY_FORM_READ', 'answer-survey', answerSurvey.get, GUESSES),
  row('POST', '/survey/:token', 'public', 'SURVEY_ANSWERED', 'answer-survey', answerSurvey.post, GUESSES),
]
