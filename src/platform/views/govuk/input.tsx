import type { ComponentChildren } from 'preact'
import { classes, spread } from './attributes.ts'
import { contentOf, expand } from './content.ts'
import { describedBy, FieldMessages, FieldSlot, FormGroup } from './form-group.tsx'
import { Label } from './label.tsx'
import type { InputOptions, InputPrefix, LabelOptions } from './props.generated.ts'

const Affix = ({ affix, kind }: { readonly affix: InputPrefix | undefined; readonly kind: string }) =>
  affix && (affix.text || affix.html) ? (
    <div
      class={classes(`govuk-input__${kind}`, affix.classes)}
      aria-hidden="true"
      {...spread(affix.attributes)}
    >
      {contentOf(affix)}
    </div>
  ) : null

const hasContent = (option: InputPrefix | undefined) => Boolean(option?.text || option?.html)

const Control = (p: InputOptions & { readonly fieldId: string }) => {
  const attributes = {
    spellcheck: p.spellcheck ?? undefined,
    value: p.value ?? undefined,
    disabled: p.disabled || undefined,
    'aria-describedby': describedBy(p.fieldId, p.describedBy, p),
    autocomplete: p.autocomplete,
    autocapitalize: p.autocapitalize,
    pattern: p.pattern,
    inputmode: p.inputmode,
    ...spread(p.attributes),
  }
  return (
    <input
      class={classes('govuk-input', p.classes, p.errorMessage && 'govuk-input--error')}
      id={p.fieldId}
      name={p.name}
      type={(p.type || 'text') as 'text'}
      {...(attributes as Record<string, string | true>)}
    />
  )
}

const Wrapper = ({ p, children }: { readonly p: InputOptions; readonly children: ComponentChildren }) => {
  const prefix = expand(p.prefix)
  const suffix = expand(p.suffix)
  const before = expand(p.formGroup?.beforeInput)
  const after = expand(p.formGroup?.afterInput)
  if (![prefix, suffix, before, after].some(hasContent)) return <>{children}</>
  return (
    <div
      class={classes('govuk-input__wrapper', p.inputWrapper?.classes)}
      {...spread(p.inputWrapper?.attributes)}
    >
      <FieldSlot slot={before} />
      <Affix affix={prefix} kind="prefix" />
      {children}
      <Affix affix={suffix} kind="suffix" />
      <FieldSlot slot={after} />
    </div>
  )
}

export const Input = (p: InputOptions) => {
  const id = p.id || p.name
  return (
    <FormGroup formGroup={p.formGroup} errorMessage={p.errorMessage}>
      <Label {...expand<LabelOptions>(p.label)} for={id} />
      <FieldMessages id={id} hint={p.hint} errorMessage={p.errorMessage} />
      <Wrapper p={p}>
        <Control {...p} fieldId={id} />
      </Wrapper>
    </FormGroup>
  )
}
