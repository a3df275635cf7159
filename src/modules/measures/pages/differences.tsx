import { DataTable, Tag } from '../../../platform/views/views.ts'
import { fieldName, fieldText } from '../messages/field-words.ts'
import type { Change } from '../model/adaptation.ts'
import { variantOfField } from '../rules/entry-fields.ts'
import type { Difference } from './entry-form.ts'

/** What was left out here can only be reached from what differs. */
const Part = ({ field, path }: { readonly field: string; readonly path: string | undefined }) => {
  const variant = variantOfField(field)
  return variant === null || path === undefined ? (
    <>{fieldName(field)}</>
  ) : (
    <a href={`${path}/variants/${variant}`}>{fieldName(field)}</a>
  )
}

type Props = {
  /** The measure’s own address, for whoever may change it. */
  readonly path?: string | undefined
  readonly differences: readonly Difference[]
  readonly change: Change | undefined
}

/** What an organisation does differently with a theme, outcome or measure, beside what was published, and why. */
export const Differences = ({ differences, change, path }: Props) => {
  if (!change) return null
  if (change.act === 'add')
    return (
      <p>
        <Tag>Added here</Tag> {change.because}
      </p>
    )
  return (
    <>
      <DataTable
        id="differences"
        caption="What differs here from the origin"
        rows={differences}
        onPhone="stack"
        empty={{ title: 'Nothing differs', purpose: '' }}
        columns={[
          { name: 'field', header: 'Part', cell: ({ field }) => <Part field={field} path={path} /> },
          { name: 'was', header: 'As published', cell: ({ was }) => fieldText(was) },
          {
            name: 'ours',
            header: 'Here',
            cell: ({ ours }) => (ours === null ? 'Left out' : fieldText(ours)),
          },
        ]}
      />
      <p>Why: {change.because}</p>
    </>
  )
}
