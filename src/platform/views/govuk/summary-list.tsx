import { classes, spread } from './attributes.ts'
import { contentOf, expand, isPresent } from './content.ts'
import type { SummaryListCardTitle, SummaryListOptions, SummaryListRow } from './props.generated.ts'
import { ActionList, SummaryCard } from './summary-card.tsx'

interface RowProps {
  readonly row: SummaryListRow
  readonly hasActionColumn: boolean
  readonly cardTitle: SummaryListCardTitle | undefined
}

const Row = ({ row, hasActionColumn, cardTitle }: RowProps) => {
  const key = expand(row.key)
  const value = expand(row.value)
  return (
    <div
      class={classes(
        'govuk-summary-list__row',
        hasActionColumn && !row.actions?.items && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classes('govuk-summary-list__key', key?.classes)}>{contentOf(key ?? {})}</dt>
      <dd class={classes('govuk-summary-list__value', value?.classes)}>{contentOf(value ?? {})}</dd>
      {row.actions && (
        <ActionList
          actions={row.actions}
          title={cardTitle}
          tag="dd"
          block="govuk-summary-list__actions"
          list="govuk-summary-list__actions-list"
          item="govuk-summary-list__actions-list-item"
        />
      )}
    </div>
  )
}

export const SummaryList = (p: SummaryListOptions) => {
  const rows = p.rows.filter(isPresent)
  const hasActionColumn = rows.some((row) => Boolean(row.actions?.items?.length))
  const cardTitle = expand(p.card?.title)
  const list = (
    <dl class={classes('govuk-summary-list', p.classes)} {...spread(p.attributes)}>
      {rows.map((row) => (
        <Row row={row} hasActionColumn={hasActionColumn} cardTitle={cardTitle} />
      ))}
    </dl>
  )
  return p.card ? <SummaryCard card={p.card}>{list}</SummaryCard> : list
}
