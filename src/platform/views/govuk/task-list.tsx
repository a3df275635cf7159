import { classes, spread } from './attributes.ts'
import { contentOf, expand, isPresent } from './content.ts'
import type { TagOptions, TaskListItem, TaskListOptions } from './props.generated.ts'
import { Tag } from './tag.tsx'

interface TaskProps {
  readonly item: TaskListItem
  readonly prefix: string
}

const Name = ({ item, prefix }: TaskProps) => {
  const title = expand(item.title)
  if (!item.href) return <div class={title?.classes || undefined}>{contentOf(title ?? {})}</div>
  return (
    <a
      class={classes('govuk-link govuk-task-list__link', title?.classes)}
      href={item.href}
      aria-describedby={classes(item.hint && `${prefix}-hint`, `${prefix}-status`)}
    >
      {contentOf(title ?? {})}
    </a>
  )
}

const Task = ({ item, prefix }: TaskProps) => {
  const hint = expand(item.hint)
  const status = expand(item.status)
  return (
    <li
      class={classes('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}
    >
      <div class="govuk-task-list__name-and-hint">
        <Name item={item} prefix={prefix} />
        {hint && (
          <div id={`${prefix}-hint`} class="govuk-task-list__hint">
            {contentOf(hint)}
          </div>
        )}
      </div>
      <div class={classes('govuk-task-list__status', status?.classes)} id={`${prefix}-status`}>
        {status?.tag ? <Tag {...expand<TagOptions>(status.tag)} /> : contentOf(status ?? {})}
      </div>
    </li>
  )
}

export const TaskList = (p: TaskListOptions) => (
  <ul class={classes('govuk-task-list', p.classes)} {...spread(p.attributes)}>
    {p.items.map(
      (item, at) => isPresent(item) && <Task item={item} prefix={`${p.idPrefix || 'task-list'}-${at + 1}`} />,
    )}
  </ul>
)
