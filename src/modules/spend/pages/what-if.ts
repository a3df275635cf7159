import { h } from 'preact'
import { actingAuthority } from '#identity'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { removeScenario, saveScenario } from '../actions/scenarios.ts'
import { readWhatIfAnalysis, scenarioAnalysis } from '../analyses/what-if.ts'
import { readWhatIf } from '../read-what-if.ts'
import { writeHundredths } from '../rules/settings.ts'
import { scenarioRefusalSentence } from '../scenario-words.ts'
import { readSlice } from '../slice-query.ts'
import { getScenario, listScenarios, type Scenario } from '../store/scenarios.ts'
import type { SpendTables } from '../tables.ts'
import { keptWords, readStoredWords, WANTED } from '../what-if-words.ts'
import { analysisPage, analysisRequest } from './analysis-page.ts'
import { WhatIfView } from './what-if.view.tsx'

const PATH = '/spend/what-if'

const hrefOf = (words: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(words).toString()
  return query === '' ? PATH : `${PATH}?${query}`
}

type Failed = { readonly field: string; readonly message: string } | null

const show = async (request: PageRequest, words: Record<string, string>, failed: Failed): Promise<Answer> => {
  const asked = { ...analysisRequest(request), query: words, slice: readSlice(words) }
  const whatIf = await readWhatIf(asked)
  const scenarios = await inReading<SpendTables, Scenario[]>(request.ctx, listScenarios)
  const errors = [...whatIf.errors, ...(failed ? [failed] : [])]
  const { find: _found, ...rest } = words
  const found = whatIf.lines
    .filter((line) => line.pence > 0)
    .map((line): [string, string] => [
      `${WANTED}${line.key}`,
      // Up, so that rounding keeps none of the pounds out; what holds them now holds them then.
      writeHundredths(Math.min(10_000, Math.ceil(((line.localPence + line.pence) * 10_000) / line.allPence))),
    ])
  const analysis = scenarioAnalysis(whatIf, asked)
  const body = h(WhatIfView, {
    // Nothing was shifted where a wish could not be read: figures of nought would look like an answer.
    analysis: whatIf.errors.length > 0 ? { ...analysis, figures: [], charts: [] } : analysis,
    whatIf,
    query: words,
    words: keptWords(words),
    scenarios: scenarios.map((scenario) => ({
      id: scenario.id,
      name: scenario.name,
      href: hrefOf(readStoredWords(scenario.words)),
    })),
    exports: (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
      format,
      href: hrefOf(keptWords(words)).replace(PATH, `${PATH}.${format.toLowerCase()}`),
    })),
    foundHref: whatIf.best?.isFeasible
      ? hrefOf({
          ...Object.fromEntries(Object.entries(keptWords(rest)).filter(([name]) => !name.startsWith(WANTED))),
          ...Object.fromEntries(found),
        })
      : null,
    errors,
    name: typed(request.form, 'name'),
    canSave: request.visitor.permissions.has('spend.manage'),
  })
  const hasErrors = errors.length > 0
  return page('What if', body, { width: 'wide', hasErrors, status: hasErrors ? 400 : 200 })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, { ...request.query }, null)

export const { getExport } = analysisPage('what-if', readWhatIfAnalysis)

/** A scenario that was kept, as the page shows any. */
export const getSaved = async (request: PageRequest): Promise<Answer> => {
  const scenario = await inReading<SpendTables, Scenario>(request.ctx, (db) =>
    getScenario(db, request.params.scenarioId ?? ''),
  )
  return redirect(hrefOf(readStoredWords(scenario.words)))
}

const acting = (request: PageRequest) => ({ ...request.ctx, authorityId: actingAuthority(request.ctx) })

export const post = async (request: PageRequest): Promise<Answer> => {
  const words = keptWords(Object.fromEntries(new URLSearchParams(typed(request.form, 'words'))))
  const saved = await saveScenario(acting(request), typed(request.form, 'name'), words)
  return saved.ok
    ? redirect(hrefOf(words))
    : show(request, words, { field: 'name', message: scenarioRefusalSentence(saved.refusal) })
}

export const postRemove = async (request: PageRequest): Promise<Answer> => {
  await removeScenario(acting(request), request.params.scenarioId ?? '')
  return redirect(PATH)
}
