import { classes, spread } from './attributes.ts'
import { Choice, choiceId } from './choice.tsx'
import { isPresent } from './content.ts'
import { describedBy, FieldMessages, FieldSlot, FormGroup, Grouped } from './form-group.tsx'
import type { CheckboxesItem, CheckboxesOptions } from './props.generated.ts'

const isChecked = (item: CheckboxesItem, values: CheckboxesOptions['values']): boolean =>
  item.checked || (item.checked !== false && (values ?? []).includes(item.value as string))

export const Checkboxes = (p: CheckboxesOptions) => {
  const prefix = p.idPrefix || p.name
  const description = describedBy(prefix, p.fieldset?.describedBy || p.describedBy, p)
  return (
    <FormGroup formGroup={p.formGroup} errorMessage={p.errorMessage}>
      <Grouped fieldset={p.fieldset} describedBy={description}>
        <FieldMessages id={prefix} hint={p.hint} errorMessage={p.errorMessage} />
        <div
          class={classes('govuk-checkboxes', p.classes)}
          data-module="govuk-checkboxes"
          {...spread(p.attributes)}
        >
          <FieldSlot slot={p.formGroup?.beforeInputs} />
          {p.items.map(
            (item, at) =>
              isPresent(item) && (
                <Choice
                  kind="checkbox"
                  item={item}
                  id={choiceId(item.id, prefix, at + 1)}
                  name={item.name || p.name}
                  isChecked={isChecked(item, p.values)}
                  describedBy={p.fieldset ? undefined : description}
                />
              ),
          )}
          <FieldSlot slot={p.formGroup?.afterInputs} />
        </div>
      </Grouped>
    </FormGroup>
  )
}
