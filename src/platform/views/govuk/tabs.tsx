import { classes, spread } from './attributes.ts'
import { expand, isPresent, markup } from './content.ts'
import type { TabsItem, TabsOptions } from './props.generated.ts'

interface TabProps {
  readonly item: TabsItem
  readonly id: string
  readonly isFirst: boolean
}

const Tab = ({ item, id, isFirst }: TabProps) => (
  <li class={classes('govuk-tabs__list-item', isFirst && 'govuk-tabs__list-item--selected')}>
    <a class="govuk-tabs__tab" href={`#${id}`} {...spread(item.attributes)}>
      {item.label}
    </a>
  </li>
)

const TabPanel = ({ item, id, isFirst }: TabProps) => {
  const panel = expand(item.panel)
  return (
    <div
      class={classes('govuk-tabs__panel', !isFirst && 'govuk-tabs__panel--hidden')}
      id={id}
      {...spread(panel?.attributes)}
    >
      {panel?.html ? markup(panel.html) : panel?.text && <p class="govuk-body">{panel.text}</p>}
    </div>
  )
}

export const Tabs = (p: TabsOptions) => {
  const tabs = p.items?.flatMap((item, at) =>
    isPresent(item) ? [{ item, id: item.id || `${p.idPrefix}-${at + 1}`, isFirst: at === 0 }] : [],
  )
  return (
    <div
      id={p.id || undefined}
      class={classes('govuk-tabs', p.classes)}
      data-module="govuk-tabs"
      {...spread(p.attributes)}
    >
      <h2 class="govuk-tabs__title">{p.title ?? 'Contents'}</h2>
      {tabs?.length ? (
        <>
          <ul class="govuk-tabs__list">
            {tabs.map((tab) => (
              <Tab {...tab} />
            ))}
          </ul>
          {tabs.map((tab) => (
            <TabPanel {...tab} />
          ))}
        </>
      ) : null}
    </div>
  )
}
