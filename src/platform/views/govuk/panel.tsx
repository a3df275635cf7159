import { classes, spread } from './attributes.ts'
import { Button } from './button.tsx'
import { contentOf, either, isPresent } from './content.ts'
import type { PanelActions, PanelActionsItem, PanelOptions } from './props.generated.ts'

const Action = (p: PanelActionsItem) =>
  !p.href || p.type === 'button' ? (
    <Button {...p} type={p.type || 'button'} classes={classes('govuk-button--inverse', p.classes)} />
  ) : (
    <a class={classes('govuk-link govuk-link--inverse', p.classes)} href={p.href} {...spread(p.attributes)}>
      {p.text}
    </a>
  )

const Actions = (p: PanelActions) => (
  <div class={classes('govuk-panel__actions', p.classes)} {...spread(p.attributes)}>
    {p.items?.length ? (
      <div class="govuk-button-group">
        {p.items.filter(isPresent).map((item) => (
          <>
            <Action {...item} />{' '}
          </>
        ))}
      </div>
    ) : null}
  </div>
)

export const Panel = (p: PanelOptions) => {
  const Heading = `h${p.headingLevel || 1}` as 'h1'
  const isInterruption = p.classes?.includes('govuk-panel--interruption')
  const content = contentOf(p)
  return (
    <div
      class={classes('govuk-panel', !isInterruption && 'govuk-panel--confirmation', p.classes)}
      {...spread(p.attributes)}
    >
      <Heading class="govuk-panel__title">{either(p.titleHtml, p.titleText)}</Heading>
      {content && <div class="govuk-panel__body">{content}</div>}
      {isInterruption && p.actions && <Actions {...p.actions} />}
    </div>
  )
}
