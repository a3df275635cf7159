/** The page of an evaluation, one of its parts (`result`), or the page itself with a query (`?done=…`). */
export const evaluationPath = (id: string, part = ''): string =>
  `/evaluations/${id}${part === '' || part.startsWith('?') ? part : `/${part}`}`
