import { Button, Details, Input, Select } from '../../../platform/views/views.ts'
import type { Choice } from '../analyses/analysis.ts'
import type { Slice } from '../model.ts'
import type { SetValue } from '../rules/settings.ts'
import { sliceHref, sliceWords } from '../slice-query.ts'
import { SettingFields } from './setting-fields.tsx'

const LABELS: Readonly<Record<string, string>> = {
  tier: 'Tier',
  category: 'Category',
  department: 'Department',
  payee: 'Payee',
  file: 'Payment file',
  kind: 'Kind of supplier',
  sector: 'Sector',
  supplier: 'Supplier',
}
const FIELDS = {
  tier: 'tier',
  category: 'category',
  department: 'department',
  payee: 'payeeId',
  file: 'importId',
  kind: 'kind',
  sector: 'sector',
  supplier: 'supplier',
} as const

type NarrowedProps = {
  readonly action: string
  readonly slice: Slice
  readonly tierLabel?: string | undefined
  readonly names: readonly [string, (typeof FIELDS)[keyof typeof FIELDS]][]
}

/** What else than months the page is narrowed to, each with a way out. */
const Narrowed = ({ action, slice, tierLabel, names }: NarrowedProps) => {
  const words = sliceWords(slice)
  return names.length === 0 ? null : (
    <ul class="govuk-list" aria-label="Narrowed to">
      {names.map(([name, field]) => (
        <li>
          {LABELS[name]}: {name === 'tier' && tierLabel ? tierLabel : words[name]}{' '}
          <a href={sliceHref(action, slice, { [field]: null })}>
            take away<span class="govuk-visually-hidden"> {LABELS[name]}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Without a home place or payments there may be nothing to choose from. */
const hasOptions = ({ options }: Choice): boolean => options.length > 0

/** Narrows a page to some months, and shows what else it is narrowed to, each with a way out. */
export const SliceForm = ({
  action,
  slice,
  tierLabel,
  choices = [],
  settings = [],
}: {
  readonly action: string
  readonly slice: Slice
  readonly tierLabel?: string | undefined
  readonly choices?: readonly Choice[]
  readonly settings?: readonly SetValue[]
}) => {
  const words = sliceWords(slice)
  const others = Object.entries(FIELDS).filter(([name]) => words[name] !== undefined)
  return (
    <form method="get" action={action} class="gt-filter" aria-label="Narrow the figures">
      {others.map(([name]) => (
        <input type="hidden" name={name} value={words[name]} />
      ))}
      <Input
        label="From month"
        hint="For example 2026-04"
        id="from"
        name="from"
        classes="govuk-input--width-5"
        value={slice.fromMonth ?? ''}
      />
      <Input
        label="To month"
        hint="For example 2027-03"
        id="to"
        name="to"
        classes="govuk-input--width-5"
        value={slice.toMonth ?? ''}
      />
      {choices.filter(hasOptions).map(({ name, label, value, options }) => (
        <Select
          id={name}
          name={name}
          label={label}
          value={value}
          items={options.map((option) => ({ ...option }))}
        />
      ))}
      {settings.length > 0 && (
        <Details summaryText="The thresholds, and why" open={settings.some((one) => one.refused !== null)}>
          <SettingFields settings={settings} />
        </Details>
      )}
      <Button classes="govuk-button--secondary">{choices.length > 0 ? 'Show' : 'Show these months'}</Button>
      <Narrowed action={action} slice={slice} tierLabel={tierLabel} names={others} />
    </form>
  )
}
