import { classes, spread } from './attributes.ts'
import { expand } from './content.ts'
import { describedBy, FieldMessages, FieldSlot, FormGroup } from './form-group.tsx'
import { Label } from './label.tsx'
import type { LabelOptions, TextareaOptions } from './props.generated.ts'

export const Textarea = (p: TextareaOptions) => {
  const id = p.id || p.name
  return (
    <FormGroup formGroup={p.formGroup} errorMessage={p.errorMessage}>
      <Label {...expand<LabelOptions>(p.label)} for={id} />
      <FieldMessages id={id} hint={p.hint} errorMessage={p.errorMessage} />
      <FieldSlot slot={p.formGroup?.beforeInput} />
      <textarea
        class={classes('govuk-textarea', p.errorMessage && 'govuk-textarea--error', p.classes)}
        id={id}
        name={p.name}
        rows={Number(p.rows || 5)}
        spellcheck={p.spellcheck}
        disabled={p.disabled || undefined}
        aria-describedby={describedBy(id, p.describedBy, p)}
        autocomplete={p.autocomplete || undefined}
        {...spread(p.attributes)}
      >
        {p.value}
      </textarea>
      <FieldSlot slot={p.formGroup?.afterInput} />
    </FormGroup>
  )
}
