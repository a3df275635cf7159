import { classes, spread } from './attributes.ts'
import { Choice, choiceId } from './choice.tsx'
import { isPresent } from './content.ts'
import { describedBy, FieldMessages, FieldSlot, FormGroup, Grouped } from './form-group.tsx'
import type { RadiosItem, RadiosOptions } from './props.generated.ts'

const isChecked = (item: RadiosItem, value: RadiosOptions['value']): boolean =>
  item.checked || (Boolean(value) && item.checked !== false && String(item.value) === String(value))

export const Radios = (p: RadiosOptions) => {
  const prefix = p.idPrefix || p.name
  return (
    <FormGroup formGroup={p.formGroup} errorMessage={p.errorMessage}>
      <Grouped fieldset={p.fieldset} describedBy={describedBy(prefix, p.fieldset?.describedBy, p)}>
        <FieldMessages id={prefix} hint={p.hint} errorMessage={p.errorMessage} />
        <div class={classes('govuk-radios', p.classes)} data-module="govuk-radios" {...spread(p.attributes)}>
          <FieldSlot slot={p.formGroup?.beforeInputs} />
          {p.items.map(
            (item, at) =>
              isPresent(item) && (
                <Choice
                  kind="radio"
                  item={item}
                  id={choiceId(item.id, prefix, at + 1)}
                  name={p.name}
                  isChecked={isChecked(item, p.value)}
                />
              ),
          )}
          <FieldSlot slot={p.formGroup?.afterInputs} />
        </div>
      </Grouped>
    </FormGroup>
  )
}
