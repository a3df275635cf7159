import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound } from '../../platform/errors.ts'
import type { PageRequest } from '../../platform/http/route.ts'
import { inReading } from '../../platform/reading.ts'
import type { LocalFramework } from './model/adaptation.ts'
import { type FrameworkListed, listFrameworks, readFramework } from './store/local-frameworks.ts'
import type { MeasuresTables } from './tables.ts'

type Seeing = Pick<PageRequest, 'ctx' | 'visitor'>

/** Without the permission a visitor sees what is published to everybody, and nothing of the authority's own. */
export const contextOf = ({ ctx, visitor }: Seeing): Context =>
  visitor.permissions.has('measures.read') ? ctx : { ...ctx, authorityId: null }

export const read = <Result>(
  ctx: Context,
  work: (db: Reader<MeasuresTables>) => Promise<Result>,
): Promise<Result> => inReading<MeasuresTables, Result>(ctx, work)

const isPublic = ({ terms, authorityId }: Pick<FrameworkListed, 'terms' | 'authorityId'>): boolean =>
  terms === 'open' && authorityId === null

/** The frameworks this visitor may see. A licence that bars the public keeps a framework from it. */
export const seeFrameworks = async (request: Seeing): Promise<FrameworkListed[]> => {
  const listed = await read(contextOf(request), listFrameworks)
  return request.visitor.permissions.has('measures.read') ? listed : listed.filter(isPublic)
}

/** One framework as it counts for this visitor. Throws NotFound, also where its licence bars showing it. */
export const seeFramework = async (
  request: Seeing,
  code: string,
  version: string | null = null,
): Promise<LocalFramework> => {
  const local = await read(contextOf(request), (db) => readFramework(db, code, version))
  if (!request.visitor.permissions.has('measures.read') && !isPublic(local.version))
    throw new NotFound('There is no such framework of measures here.')
  return local
}

export const frameworkPath = (code: string): string => `/measures/frameworks/${code}`
export const measurePath = (framework: string, code: string): string =>
  `${frameworkPath(framework)}/measures/${code}`
/** The page that changes one other figure of a measure. */
export const variantPath = (framework: string, measure: string, variant: string): string =>
  `${measurePath(framework, measure)}/variants/${variant}`
/** Where the themes and outcomes of a framework are listed; and, with one of them, the page that changes it. */
export const themesPath = (framework: string): string => `${frameworkPath(framework)}/themes`
export const entryPath = (framework: string, kind: 'theme' | 'outcome', code: string): string =>
  `${frameworkPath(framework)}/${kind}s/${code}`
