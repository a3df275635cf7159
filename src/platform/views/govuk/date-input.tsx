import { classes, spread } from './attributes.ts'
import type { Falsy } from './content.ts'
import { describedBy, FieldMessages, FieldSlot, FormGroup, Grouped } from './form-group.tsx'
import { Input } from './input.tsx'
import type { DateInputItem, DateInputOptions } from './props.generated.ts'

type Part = 'day' | 'month' | 'year'
type Item = DateInputItem & { readonly inputmode?: string | undefined }

const PARTS: readonly Part[] = ['day', 'month', 'year']

const defaultPart = (p: DateInputOptions, part: Part): Item =>
  p[part] ?? {
    name: part,
    value: p.values?.[part],
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
  }

const hasError = (item: Item | Falsy): boolean =>
  Boolean(item && (item.error || item.classes?.includes('govuk-input--error')))

const widthOf = (part: Part | undefined) => (part === 'year' ? 4 : 2)

interface ItemProps {
  readonly p: DateInputOptions
  readonly item: Item
  readonly defaults: Readonly<Record<Part, Item>>
  readonly isAnyInError: boolean
}

/** An error of the whole date marks every part, unless a part says that the error is its own, or not its own. */
const errorClass = ({ p, item, isAnyInError }: ItemProps) => {
  if (item.classes?.includes('govuk-input--error')) return undefined
  const shared = item.error !== false && p.errorMessage && !isAnyInError
  return (item.error || shared) && 'govuk-input--error'
}

const DatePart = (props: ItemProps) => {
  const { p, item, defaults } = props
  const part = PARTS.find(
    (each) => item === defaults[each] || (item.name && [each, defaults[each].name].includes(item.name)),
  )
  const name = item.name ?? part ?? ''
  const fullName = p.namePrefix ? `${p.namePrefix}-${name}` : name
  const hasWidth = item.classes?.includes('govuk-input--width-')
  return (
    <div class="govuk-date-input__item">
      <Input
        {...item}
        label={{
          text: item.label || name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
          classes: 'govuk-date-input__label',
        }}
        id={item.id || `${p.id}-${name}`}
        classes={classes(
          'govuk-date-input__input',
          errorClass(props),
          !hasWidth && `govuk-input--width-${widthOf(part)}`,
          item.classes,
        )}
        name={fullName}
        value={item.value ?? (part && defaults[part].value) ?? p.values?.[fullName]}
        type="text"
        inputmode={item.inputmode || 'numeric'}
      />
    </div>
  )
}

export const DateInput = (p: DateInputOptions) => {
  const defaults = {
    day: defaultPart(p, 'day'),
    month: defaultPart(p, 'month'),
    year: defaultPart(p, 'year'),
  }
  const items: readonly (Item | Falsy)[] = p.items?.length ? p.items : PARTS.map((part) => defaults[part])
  const isAnyInError = items.some(hasError)
  return (
    <FormGroup formGroup={p.formGroup} errorMessage={p.errorMessage}>
      {/* JAWS reads the description of a group of text inputs only if the fieldset has the role of a group. */}
      <Grouped fieldset={p.fieldset} describedBy={describedBy(p.id, p.fieldset?.describedBy, p)} role="group">
        <FieldMessages id={p.id} hint={p.hint} errorMessage={p.errorMessage} />
        <div class={classes('govuk-date-input', p.classes)} id={p.id || undefined} {...spread(p.attributes)}>
          <FieldSlot slot={p.formGroup?.beforeInputs} />
          {items.map(
            (item) => item && <DatePart p={p} item={item} defaults={defaults} isAnyInError={isAnyInError} />,
          )}
          <FieldSlot slot={p.formGroup?.afterInputs} />
        </div>
      </Grouped>
    </FormGroup>
  )
}
