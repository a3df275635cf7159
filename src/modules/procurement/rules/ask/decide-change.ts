import { accept, type Decision, refuse } from '../../../../kernel/decision.ts'
import {
  ASK_LIMITS,
  type AskContent,
  type AskRefusal,
  type AskRevision,
  type AskStatus,
} from '../../model/ask.ts'
import { PLANNING_STAGES, type Stage } from '../../model/purchase.ts'

type Change = {
  readonly stage: Stage
  readonly status: AskStatus
  readonly seen: number
  readonly before: Pick<AskRevision, 'revision' | 'content'> | undefined
  readonly content: AskContent
  readonly noteId: string | null
  readonly notes: readonly string[]
}

const fits = ({ lines, criteria, lots }: AskContent): boolean =>
  lines.length <= ASK_LIMITS.lines && criteria.length <= ASK_LIMITS.criteria && lots.length <= ASK_LIMITS.lots

/** The number of the next revision. What suppliers have seen, or what is ready, is not edited. */
export const decideAskChange = (change: Change): Decision<number, AskRefusal> => {
  const { stage, status, seen, before, content, noteId, notes } = change
  if (status === 'ready' || !PLANNING_STAGES.includes(stage)) return refuse('ask-is-ready')
  const current = before?.revision ?? 0
  if (seen !== current) return refuse('ask-changed-meanwhile')
  if (noteId !== null && !notes.includes(noteId)) return refuse('note-unknown')
  if (!fits(content)) return refuse('ask-too-long')
  if (before && JSON.stringify(before.content) === JSON.stringify(content)) return refuse('ask-unchanged')
  return accept(current + 1)
}
