import { Checkboxes, errorOf, Input, Radios, Select, Textarea } from '../../../platform/views/views.ts'
import { DATE_FIELDS, type PurchaseFormView } from './purchase-form.ts'

type Props = { readonly view: PurchaseFormView }

const Text = ({ view, name, label, hint }: Props & { name: string; label: string; hint?: string }) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    value={view.text(name)}
    errorMessage={errorOf(view.errors, name)}
  />
)

const Pounds = ({ view, name, label, hint }: Props & { name: string; label: string; hint: string }) => (
  <Input
    id={name}
    name={name}
    label={label}
    hint={hint}
    prefix={{ text: '£' }}
    classes="govuk-input--width-10"
    inputmode="decimal"
    value={view.text(name)}
    errorMessage={errorOf(view.errors, name)}
  />
)

const VAT_ITEMS = [
  { value: '20', text: '20 %, the standard rate' },
  { value: '5', text: '5 %, the reduced rate' },
  { value: '0', text: 'None: zero-rated, exempt or outside VAT' },
  { value: 'unknown', text: 'Not known yet' },
]

const Money = ({ view }: Props) => (
  <>
    <h2>Value</h2>
    <p>
      Give every amount <strong>without VAT</strong>, for the whole term. The law compares amounts with VAT;
      it is added from your answer below.
    </p>
    <Pounds
      view={view}
      name="value"
      label="The certain part"
      hint="What will be paid if no option is taken"
    />
    <Pounds view={view} name="options" label="Options" hint="More that could be bought under the contract" />
    <Pounds view={view} name="extensions" label="Extensions" hint="What the extra years would cost" />
    <Radios
      name="vatRate"
      idPrefix="vatRate"
      fieldset={{ legend: 'Which VAT applies?' }}
      value={view.text('vatRate') || 'unknown'}
      items={VAT_ITEMS}
    />
  </>
)

const Dates = ({ view }: Props) => (
  <>
    <h2>Dates</h2>
    <p>Planned days are enough. Leave out what is not known.</p>
    {DATE_FIELDS.map(([name, label, hint]) => (
      <Input
        id={name}
        name={name}
        label={label}
        hint={hint || undefined}
        type="date"
        classes="govuk-input--width-10"
        value={view.text(name)}
        errorMessage={errorOf(view.errors, name)}
      />
    ))}
  </>
)

/** The fields of a purchase, for the form that makes one and the form that changes one. */
export const PurchaseFields = ({ view }: Props) => (
  <>
    <Text view={view} name="title" label="Title" hint="As a supplier would look for it" />
    <Textarea
      id="purpose"
      name="purpose"
      label="Purpose"
      hint="What should be better for whom, in a sentence or two"
      rows={3}
      value={view.text('purpose')}
      errorMessage={errorOf(view.errors, 'purpose')}
    />
    <Select id="kind" name="kind" label="Kind" value={view.text('kind')} items={view.kinds} />
    <Text
      view={view}
      name="category"
      label="Category"
      hint="As your payment files call it, so that spending is found"
    />
    <Text view={view} name="department" label="Department" />
    <Text view={view} name="owner" label="Owner" hint="The role that answers for it" />
    {view.places.length > 0 && (
      <Checkboxes
        name="placeIds"
        idPrefix="placeIds"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: 'Where will it be delivered?' }}
        values={[...view.chosenPlaces]}
        items={[...view.places]}
        errorMessage={errorOf(view.errors, 'placeIds')}
      />
    )}
    <Money view={view} />
    <Text
      view={view}
      name="expiringContract"
      label="The contract it follows"
      hint="Its number or name, if one is running out"
    />
    <Dates view={view} />
    <Checkboxes
      name="isPublic"
      idPrefix="isPublic"
      fieldset={{ legend: 'Public pipeline' }}
      values={view.text('isPublic') === 'yes' ? ['yes'] : []}
      items={[
        {
          value: 'yes',
          text: 'Show it to suppliers and the public',
          hint: 'Title, purpose, kind, category, department, whole value, places and dates; nothing else',
        },
      ]}
    />
  </>
)
