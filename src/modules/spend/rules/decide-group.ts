import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { type GroupRefusal, MOST_GROUPED } from '../model/groups.ts'

/** A supplier that is asked to be in a group, as it stands now. */
export type AskedMember = {
  readonly supplierKey: string
  readonly name: string
  readonly isPerson: boolean
  /** The group it is in already. */
  readonly groupId: string | null
}

export type AskedGroup = {
  readonly name: string
  /** Keys that were asked for, each once. */
  readonly keys: readonly string[]
  /** Those of them that somebody was paid under. */
  readonly found: readonly AskedMember[]
  /** A group that grows; null where a new one is made. */
  readonly groupId: string | null
}

/**
 * Whether suppliers may count as one group. Nothing is ever put together about persons, and a supplier is in one group only:
 * what another person decided is undone first, and is not lost by the way.
 */
export const decideGroup = ({
  name,
  keys,
  found,
  groupId,
}: AskedGroup): Decision<readonly AskedMember[], GroupRefusal> => {
  if (name.length === 0 || name.length > 200) return refuse('group-name')
  if (keys.length < (groupId === null ? 2 : 1)) return refuse('too-few-suppliers')
  if (keys.length > MOST_GROUPED) return refuse('too-many-suppliers')
  if (found.length !== keys.length) return refuse('no-such-supplier')
  if (found.some((member) => member.isPerson)) return refuse('person-in-group')
  if (found.some((member) => member.groupId !== null && member.groupId !== groupId))
    return refuse('in-another-group')
  return accept(found)
}
