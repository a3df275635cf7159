import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import { exact, sum } from '../../../kernel/exact.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { CommitmentText, Contract, ContractsRefusal, ContractText, Extension } from '../model.ts'

/** A contract may be written down as long as it does not end before it starts. */
export const decideContract = (text: ContractText): Decision<ContractText, ContractsRefusal> =>
  text.startsOn !== null && text.endsOn !== null && text.endsOn < text.startsOn
    ? refuse('ends-before-start')
    : accept(text)

/** An option has to reach beyond the end and the options before it. */
export const decideOption = (
  contract: Pick<Contract, 'endsOn'>,
  extensions: readonly Extension[],
  untilOn: PlainDate,
): Decision<PlainDate, ContractsRefusal> => {
  if (contract.endsOn === null) return refuse('extension-without-end')
  const last = [contract.endsOn, ...extensions.map((one) => one.untilOn)].sort().at(-1) ?? contract.endsOn
  return untilOn > last ? accept(untilOn) : refuse('extension-not-later')
}

/** An option is taken once, on a day that is not to come. */
export const decideTaking = (
  extension: Extension | undefined,
  takenOn: PlainDate,
  today: PlainDate,
): Decision<Extension, ContractsRefusal> => {
  if (!extension) return refuse('extension-unknown')
  if (extension.takenOn !== null) return refuse('extension-taken')
  return takenOn > today ? refuse('taken-in-future') : accept({ ...extension, takenOn })
}

/** The years of a commitment add up to it; one that grows with spending needs the contract's value to grow by. */
export const decideCommitment = (
  text: CommitmentText,
  contract: Pick<Contract, 'valuePence'>,
): Decision<CommitmentText, ContractsRefusal> => {
  const planned = sum(text.schedule.map(({ quantity }) => exact(quantity)))
  if (text.schedule.length > 0 && !planned.eq(exact(text.quantity)))
    return refuse('schedule-differs', { planned: planned.toFixed(), promised: text.quantity })
  if (text.scalesWithSpend && !contract.valuePence) return refuse('scale-without-value')
  return accept(text)
}
