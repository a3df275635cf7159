import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  formatCount,
  Radios,
} from '../../../platform/views/views.ts'
import type { MergeOffer } from '../actions/merge-framework.ts'
import { fieldName, fieldText } from '../messages/field-words.ts'
import type { MergeItem, Side } from '../rules/merge.ts'
import { frameworkPath } from '../seen.ts'

type Props = {
  readonly offer: MergeOffer
  readonly choices: ReadonlyMap<string, Side>
  readonly errors: readonly FieldError[]
}

const OUTCOMES: Readonly<Record<MergeItem['outcome'], string>> = {
  new: 'New; comes in',
  gone: 'No longer in it; goes out',
  taken: 'Changed there; comes in',
  kept: 'Changed here only; stays as we have it',
  alike: 'The same on both sides now',
  clash: 'Changed on both sides',
}

/** Measures go by their name; a theme or outcome says that it is one, as measures are often called alike. */
const nameOf = ({ kind, name }: MergeItem): string => (kind === 'measure' ? name : `${name} (${kind})`)

const partOf = ({ field }: MergeItem): string => (field === null ? 'The whole' : fieldName(field))

const sideText = (item: MergeItem, value: unknown): string => {
  if (item.field !== null) return fieldText(value)
  return value === null ? 'It is not in the new version' : `It is in: ${item.name}`
}

const Clash = ({ item, chosen }: { readonly item: MergeItem; readonly chosen: Side | undefined }) => (
  <Radios
    name={`choose:${item.key}`}
    idPrefix={`choose-${item.key}`}
    value={chosen ?? ''}
    fieldset={{ legend: { text: `${nameOf(item)}: ${partOf(item)}` } }}
    hint={
      item.field === null
        ? 'We changed it, and it was taken out or made anew there'
        : `It was: ${fieldText(item.was)}`
    }
    items={[
      { value: 'ours', text: 'Keep ours', hint: sideText(item, item.ours) },
      { value: 'theirs', text: 'Take theirs', hint: sideText(item, item.theirs) },
    ]}
  />
)

export const MergeFrameworkView = ({ offer, choices, errors }: Props) => {
  const { local, theirs, merged } = offer
  const clashes = merged.items.filter(({ outcome }) => outcome === 'clash')
  const others = merged.items.filter(({ outcome }) => outcome !== 'clash')
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>Take in a new version</h1>
      <p>
        {local.framework.title}: from {local.version.framework.version} to {theirs.framework.version}. What
        only one side has changed goes through by itself. Where both have changed the same thing, you choose.
      </p>
      <Form action={`${frameworkPath(local.framework.id)}/merge`}>
        {clashes.length > 0 && (
          <section id="clashes">
            <h2>{formatCount(clashes.length, 'choice')} to make</h2>
            {clashes.map((item) => (
              <Clash item={item} chosen={choices.get(item.key)} />
            ))}
          </section>
        )}
        <DataTable
          id="others"
          caption="What happens by itself"
          rows={others}
          onPhone="stack"
          empty={{ title: 'Nothing else differs', purpose: 'Both sides agree on all the rest.' }}
          columns={[
            { name: 'name', header: 'What', cell: nameOf },
            { name: 'part', header: 'Part', cell: partOf },
            { name: 'outcome', header: 'What happens', cell: ({ outcome }) => OUTCOMES[outcome] },
            {
              name: 'ours',
              header: 'Ours',
              cell: (item) => (item.field === null ? '' : fieldText(item.ours ?? item.was)),
            },
            {
              name: 'theirs',
              header: 'Theirs',
              cell: (item) => (item.field === null ? '' : fieldText(item.theirs)),
            },
          ]}
        />
        <Button preventDoubleClick>Take version {theirs.framework.version} in</Button>
      </Form>
    </>
  )
}

export const NothingNewerView = ({ code }: { readonly code: string }) => (
  <>
    <h1>Nothing newer</h1>
    <p>
      You use the newest version of this framework, or have not changed it: then a new version counts at once.{' '}
      <a href={frameworkPath(code)}>Go back to it</a>.
    </p>
  </>
)
