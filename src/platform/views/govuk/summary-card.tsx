import type { ComponentChildren } from 'preact'
import { classes, spread } from './attributes.ts'
import { contentOf, expand, isPresent } from './content.ts'
import type {
  SummaryListCard,
  SummaryListCardTitle,
  SummaryListRowActions,
  SummaryListRowActionsItem,
} from './props.generated.ts'

type Title = SummaryListCardTitle | undefined

/** A link to change something; the unseen part says what, because many such links stand on one page. */
const ActionLink = ({
  action,
  title,
}: {
  readonly action: SummaryListRowActionsItem
  readonly title: Title
}) => (
  <a class={classes('govuk-link', action.classes)} href={action.href} {...spread(action.attributes)}>
    {contentOf(action)}
    {(action.visuallyHiddenText || title) && (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText && <> {action.visuallyHiddenText}</>}
        {title && <> ({contentOf(title)})</>}
      </span>
    )}
  </a>
)

interface ActionListProps {
  readonly actions: SummaryListRowActions
  readonly title: Title
  readonly tag: 'dd' | 'div'
  readonly block: string
  readonly list: string
  readonly item: string
}

/** The actions of a row (`dd`) or of a card (`div`): one stands alone, several make a list. */
export const ActionList = ({ actions, title, tag: Tag, block, list, item }: ActionListProps) => {
  const items = (actions.items ?? []).filter(isPresent)
  const [first] = items
  if (!first) return null
  if (items.length === 1) {
    return (
      <Tag class={classes(block, actions.classes)}>
        <ActionLink action={first} title={title} />
      </Tag>
    )
  }
  const rows = items.map((action) => (
    <li class={item}>
      <ActionLink action={action} title={title} />
    </li>
  ))
  if (Tag === 'div') return <ul class={classes(list, actions.classes)}>{rows}</ul>
  return (
    <Tag class={classes(block, actions.classes)}>
      <ul class={list}>{rows}</ul>
    </Tag>
  )
}

/** A summary list with a title and actions of its own. */
export const SummaryCard = ({
  card,
  children,
}: {
  readonly card: SummaryListCard
  readonly children: ComponentChildren
}) => {
  const title = expand(card.title)
  const Heading = `h${title?.headingLevel || 2}` as 'h2'
  return (
    <div class={classes('govuk-summary-card', card.classes)} {...spread(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title && (
          <Heading class={classes('govuk-summary-card__title', title.classes)}>{contentOf(title)}</Heading>
        )}
        {card.actions && (
          <ActionList
            actions={card.actions}
            title={title}
            tag="div"
            block="govuk-summary-card__actions"
            list="govuk-summary-card__actions"
            item="govuk-summary-card__action"
          />
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}
