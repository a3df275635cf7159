export const SURVEYS_PATH = '/spend/surveys'
export const NEW_SURVEY_PATH = '/spend/surveys/new'
export const surveyPath = (id: string): string => `/spend/surveys/${id}`
export const answerPath = (secret: string): string => `/survey/${secret}`
