import { type TypedDay } from '../../../platform/http/fields.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  DateInput,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
  Select,
} from '../../../platform/views/views.ts'
import type { Holder, OwnerRole } from '../model.ts'

type ShownRole = OwnerRole & { readonly now: string | null }
type Props = {
  readonly roles: readonly ShownRole[]
  readonly errors: readonly FieldError[]
  readonly mayEdit: boolean
  readonly typed: {
    readonly name: string
    readonly roleId: string
    readonly personName: string
    readonly fromOn: TypedDay
    readonly untilOn: TypedDay
  }
}

const holderWords = ({ personName, fromOn, untilOn }: Holder): string =>
  untilOn === null
    ? `${personName}, since ${formatDate(fromOn)}`
    : `${personName}, ${formatDate(fromOn)} to ${formatDate(untilOn)}`

const Roles = ({ roles }: Pick<Props, 'roles'>) => (
  <DataTable
    id="roles"
    caption="Roles, and who has held them"
    rows={roles}
    onPhone="stack"
    columns={[
      { name: 'role', header: 'Role', cell: (role) => role.name },
      { name: 'now', header: 'Today', cell: (role) => role.now ?? 'Vacant' },
      {
        name: 'holders',
        header: 'Held by',
        cell: (role) =>
          role.holders.length === 0 ? (
            'Nobody yet'
          ) : (
            <ul class="govuk-list">
              {role.holders.map((holder) => (
                <li>{holderWords(holder)}</li>
              ))}
            </ul>
          ),
      },
    ]}
    empty={{
      title: 'No role yet',
      purpose:
        'Every priority has a senior owner. That is a role, such as Director of Growth, so that it stays owned when people move on.',
    }}
  />
)

const Appoint = ({ roles, errors, typed }: Props) => (
  <>
    <h2>Say who holds a role</h2>
    <p>Whoever held it until then ends the day before.</p>
    <Form action="/strategy/roles/holders">
      <Select
        id="roleId"
        name="roleId"
        label="Role"
        value={typed.roleId}
        items={roles.map(({ id, name }) => ({ value: id, text: name }))}
        errorMessage={errorOf(errors, 'roleId')}
      />
      <Input
        id="personName"
        name="personName"
        label="Person"
        value={typed.personName}
        errorMessage={errorOf(errors, 'personName')}
      />
      <DateInput
        id="fromOn"
        namePrefix="fromOn"
        fieldset={{ legend: { text: 'First day' } }}
        values={typed.fromOn}
        errorMessage={errorOf(errors, 'fromOn-day')}
      />
      <DateInput
        id="untilOn"
        namePrefix="untilOn"
        fieldset={{ legend: { text: 'Last day, if it is known' } }}
        values={typed.untilOn}
        errorMessage={errorOf(errors, 'untilOn-day')}
      />
      <Button preventDoubleClick>Save the person</Button>
    </Form>
  </>
)

export const ListRolesView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Who answers for priorities</h1>
    <Roles roles={props.roles} />
    {props.mayEdit && (
      <>
        {props.roles.length > 0 && <Appoint {...props} />}
        <h2>Add a role</h2>
        <Form action="/strategy/roles">
          <Input
            id="name"
            name="name"
            label="Name of the role"
            value={props.typed.name}
            errorMessage={errorOf(props.errors, 'name')}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Add the role
          </Button>
        </Form>
      </>
    )}
  </>
)
