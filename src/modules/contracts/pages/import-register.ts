import { h } from 'preact'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import { typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { readUpload } from '../../../platform/http/upload-content.ts'
import { importFile } from '../import-file.ts'
import { findingSentence } from '../messages.ts'
import type { RowFinding } from '../reading/read-register.ts'
import { ImportRegisterView } from './import-register.view.tsx'

const MOST_BYTES = 10 * 1024 ** 2
const MOST_SHOWN = 200

type Outcome = Parameters<typeof ImportRegisterView>[0]

const show = (outcome: Outcome): Answer =>
  page('Import a register', h(ImportRegisterView, outcome), {
    status: outcome.problems.length > 0 ? 400 : 200,
    hasErrors: outcome.problems.length > 0,
    backLink: { href: '/contracts', text: 'Contracts' },
    notice: outcome.imported ? { kind: 'success', text: outcome.imported } : undefined,
  })

const NOTHING: Outcome = {
  problems: [],
  more: 0,
  isByRow: false,
  imported: null,
  lists: null,
  leftOut: [],
  notes: [],
}

/** The first of many findings, and how many more there are. */
const firstOf = (findings: readonly RowFinding[]): string[] => {
  const sentences = findings.slice(0, MOST_SHOWN).map(findingSentence)
  const more = findings.length - sentences.length
  return more > 0
    ? [...sentences, `And ${more} more. The command “contracts import” and the API list them all.`]
    : sentences
}

const refuse = (sentences: readonly string[], isByRow: boolean): Answer =>
  show({
    ...NOTHING,
    isByRow,
    problems: sentences.slice(0, MOST_SHOWN),
    more: Math.max(0, sentences.length - MOST_SHOWN),
  })

export const get = async (): Promise<Answer> => show(NOTHING)

export const post = async (request: PageRequest): Promise<Answer> => {
  const { upload, form, ctx } = request
  if (!upload || upload.name === '') return refuse(['Choose a file'], false)
  const content = await readUpload(upload, MOST_BYTES)
  if (!content) return refuse(['The file is larger than 10 MB. Split it'], false)
  const file = { name: upload.name, content }
  const outcome = await importFile(ctx, file, typed(form, 'leaveOut') === 'yes')
  if (!outcome.ok) return refuse(outcome.sentences, outcome.problems.length > 0)
  const { added, changed, same } = outcome.imported
  if (outcome.leftOut.length + outcome.notes.length === 0 && outcome.lists === null)
    return redirect(`/contracts?imported=${added}-${changed}-${same}`)
  return show({
    ...NOTHING,
    imported: `Imported: ${added} new, ${changed} brought up to date, ${same} as they were.`,
    lists: outcome.lists,
    leftOut: firstOf(outcome.leftOut),
    notes: firstOf(outcome.notes),
  })
}
