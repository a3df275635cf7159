import type { FieldError } from '../../../platform/http/form.ts'
import {
  type Basis,
  Button,
  Checkboxes,
  DataTable,
  Details,
  errorOf,
  Form,
  formatInstant,
  formatPence,
  formatPoundsCompact,
  Input,
  InsetText,
} from '../../../platform/views/views.ts'
import type { GroupMember, SupplierGroup } from '../model/groups.ts'
import { groupKeyOf } from '../model/groups.ts'
import type { SupplierReport } from '../supplier.ts'
import { supplierHref } from '../supplier-words.ts'

type Props = {
  readonly supplier: SupplierReport
  readonly basis: Basis
  readonly mayReview: boolean
  readonly madeBy: string
  readonly errors: readonly FieldError[]
}

const numberOf = (key: string): string => (key.startsWith('name:') ? '–' : key)

const TakeOut = ({ group, member }: { readonly group: SupplierGroup; readonly member: GroupMember }) => (
  <Form action={`${supplierHref(groupKeyOf(group.id))}/ungroup`}>
    <input type="hidden" name="member" value={member.supplierKey} />
    <Button classes="govuk-button--secondary gt-button-in-table">
      Take out<span class="govuk-visually-hidden"> {member.name}</span>
    </Button>
  </Form>
)

const Members = ({
  group,
  basis,
  mayReview,
}: Omit<Props, 'supplier'> & { readonly group: SupplierGroup }) => (
  <DataTable
    id="members"
    caption="Suppliers of this group"
    rows={group.members}
    basis={basis}
    onPhone="stack"
    empty={{ title: 'No supplier', purpose: 'A group has two suppliers or more.' }}
    columns={[
      {
        name: 'name',
        header: 'Supplier',
        cell: (member) => <a href={supplierHref(member.supplierKey)}>{member.name}</a>,
      },
      { name: 'number', header: 'Number', cell: ({ supplierKey }) => numberOf(supplierKey) },
      { name: 'pence', header: 'Amount', isNumeric: true, cell: ({ pence }) => formatPence(pence) },
      ...(mayReview
        ? [
            {
              name: 'out',
              header: 'Change',
              cell: (member: GroupMember) => <TakeOut group={group} member={member} />,
            },
          ]
        : []),
    ]}
  />
)

/** Says that this is a group, and of whom; or that it is counted in one. */
export const GroupFacts = (props: Props) => {
  const { supplier, madeBy, mayReview } = props
  const { group, isGroup } = supplier
  if (!group) return null
  if (!isGroup)
    return (
      <InsetText>
        Counted with its group as one supplier: <a href={supplierHref(groupKeyOf(group.id))}>{group.name}</a>
      </InsetText>
    )
  return (
    <>
      <p>
        A group of companies that counts as one supplier here, because {madeBy} said so on{' '}
        {formatInstant(group.madeAt)}. Each keeps its own kind, size and place.
      </p>
      <Members {...props} group={group} />
      {mayReview && (
        <Form action={`${supplierHref(groupKeyOf(group.id))}/ungroup`}>
          <Button classes="govuk-button--warning" preventDoubleClick>
            Take the whole group apart
          </Button>
        </Form>
      )}
    </>
  )
}

const Sisters = ({ supplier }: Pick<Props, 'supplier'>) => (
  <DataTable
    id="sisters"
    caption="Perhaps of the same group of companies"
    rows={supplier.sisters}
    onPhone="stack"
    empty={{ title: 'None', purpose: 'No other supplier bears this name.' }}
    columns={[
      {
        name: 'name',
        header: 'Supplier',
        cell: (row) => <a href={supplierHref(row.supplierKey)}>{row.name}</a>,
      },
      { name: 'key', header: 'Number', cell: (row) => numberOf(row.supplierKey) },
      { name: 'pence', header: 'Amount', isNumeric: true, cell: (row) => formatPence(row.pence) },
    ]}
  />
)

const isOfAnother = ({ supplier }: Props): boolean => supplier.group !== undefined && !supplier.isGroup

/** The suggestion and the way to confirm it, and a way to name a supplier by hand. */
export const PutTogether = (props: Props) => {
  const { supplier, mayReview, errors } = props
  if (!mayReview || isOfAnother(props))
    return supplier.sisters.length === 0 ? null : <Sisters supplier={supplier} />
  const name = supplier.isGroup ? '' : supplier.name
  return (
    <>
      {supplier.sisters.length > 0 && <Sisters supplier={supplier} />}
      <Details
        summaryText={
          supplier.isGroup ? 'Add a supplier to this group' : 'Count this supplier with others as one'
        }
        open={supplier.sisters.length > 0 || errors.length > 0}
      >
        <Form action={`${supplierHref(supplier.supplierKey)}/group`}>
          {!supplier.isGroup && (
            <Input
              id="name"
              name="name"
              label="What the group is called"
              value={name}
              errorMessage={errorOf(errors, 'name')}
            />
          )}
          {supplier.sisters.length > 0 && (
            <Checkboxes
              name="keys"
              idPrefix="keys"
              classes="govuk-checkboxes--small"
              fieldset={{ legend: { text: 'These are of the group' } }}
              items={supplier.sisters.map((row) => ({
                value: row.supplierKey,
                text: `${row.name} (${numberOf(row.supplierKey)}, ${formatPoundsCompact(row.pence)})`,
              }))}
            />
          )}
          <Input
            id="other"
            name="other"
            label="Another supplier, by its name or number"
            hint="As the list of suppliers has it, for example GB-COH-01234567"
            errorMessage={errorOf(errors, 'other')}
          />
          <Button preventDoubleClick>Count them as one</Button>
        </Form>
      </Details>
    </>
  )
}
