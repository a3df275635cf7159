import { formatPercent, formatPounds, SummaryList } from '../../../platform/views/views.ts'
import type { RunningTotal } from '../rules/adjust.ts'

const share = (part: number, whole: number | null): string =>
  whole ? ` (${formatPercent(part / whole)} of the value at award)` : ''

/** What changes have added up to; the register's values, without VAT. */
export const RunningTotals = ({
  total,
  isProposed,
}: {
  readonly total: RunningTotal
  readonly isProposed: boolean
}) => (
  <SummaryList
    rows={[
      {
        key: 'Value at award',
        value: total.atAwardPence === null ? 'Not known' : formatPounds(total.atAwardPence),
      },
      {
        key: 'Changed so far',
        value: `${formatPounds(total.changedPence)}${share(total.changedPence, total.atAwardPence)}`,
      },
      ...(isProposed
        ? [
            {
              key: 'With this change',
              value: `${formatPounds(total.withThisPence)}${share(total.withThisPence, total.atAwardPence)}`,
            },
          ]
        : []),
      {
        key: 'Small changes under section 74(4) so far',
        value: `${formatPounds(total.smallChangesPence)}; all of them together stay below the threshold`,
      },
    ]}
  />
)
