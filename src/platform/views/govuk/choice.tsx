import { classes, spread } from './attributes.ts'
import { expand, markup } from './content.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import type { CheckboxesItem, HintOptions, RadiosItem } from './props.generated.ts'

interface ChoiceProps {
  readonly kind: 'radio' | 'checkbox'
  readonly item: RadiosItem & Pick<CheckboxesItem, 'behaviour'>
  readonly id: string
  readonly name: string
  readonly isChecked: boolean
  readonly describedBy?: string | undefined
}

/** The id of a choice. The first has no number, so that an error summary can link to it easily. */
export const choiceId = (id: string | undefined, prefix: string, index: number): string =>
  id || (index > 1 ? `${prefix}-${index}` : prefix)

/** One radio button or one checkbox, with its label, hint and the content it reveals. */
export const Choice = ({ kind, item, id, name, isChecked, describedBy }: ChoiceProps) => {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  if (item.divider) return <div class={`${block}__divider`}>{item.divider}</div>
  const hint = expand<HintOptions>(item.hint)
  const hasHint = Boolean(hint?.text || hint?.html)
  const revealed = item.conditional?.html
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind}
          value={item.value ?? ''}
          checked={isChecked}
          disabled={item.disabled || undefined}
          data-aria-controls={revealed ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour || undefined}
          aria-describedby={classes(describedBy, hasHint && `${id}-item-hint`) || undefined}
          {...spread(item.attributes)}
        />
        <Label
          html={item.html}
          text={item.text}
          classes={classes(`${block}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
          for={id}
        />
        {hasHint && (
          <Hint {...hint} id={`${id}-item-hint`} classes={classes(`${block}__hint`, hint?.classes)} />
        )}
      </div>
      {revealed && (
        <div
          class={classes(`${block}__conditional`, !isChecked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {markup(revealed)}
        </div>
      )}
    </>
  )
}
