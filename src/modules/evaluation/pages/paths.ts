export const evaluationPath = (id: string, part = ''): string =>
  `/evaluations/${id}${part === '' ? '' : `/${part}`}`
