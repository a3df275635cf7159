import { classes, spread } from './attributes.ts'
import { expand, isPresent } from './content.ts'
import { describedBy, FieldMessages, FieldSlot, FormGroup } from './form-group.tsx'
import { Label } from './label.tsx'
import type { LabelOptions, SelectItem, SelectOptions } from './props.generated.ts'

/** An option without a value is known by its text, as in HTML. Numbers and their text count as the same. */
const isSelected = (item: SelectItem, value: SelectOptions['value']): boolean => {
  if (item.selected) return true
  return Boolean(value) && item.selected !== false && String(item.value ?? item.text) === String(value)
}

export const Select = (p: SelectOptions) => {
  const id = p.id || p.name
  return (
    <FormGroup formGroup={p.formGroup} errorMessage={p.errorMessage}>
      <Label {...expand<LabelOptions>(p.label)} for={id} />
      <FieldMessages id={id} hint={p.hint} errorMessage={p.errorMessage} />
      <FieldSlot slot={p.formGroup?.beforeInput} />
      <select
        class={classes('govuk-select', p.classes, p.errorMessage && 'govuk-select--error')}
        id={id}
        name={p.name}
        disabled={p.disabled || undefined}
        aria-describedby={describedBy(id, p.describedBy, p)}
        {...spread(p.attributes)}
      >
        {(p.items ?? []).filter(isPresent).map((item) => (
          <option
            value={item.value === undefined ? undefined : String(item.value)}
            selected={isSelected(item, p.value)}
            disabled={item.disabled || undefined}
            {...spread(item.attributes)}
          >
            {item.text}
          </option>
        ))}
      </select>
      <FieldSlot slot={p.formGroup?.afterInput} />
    </FormGroup>
  )
}
