import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  type DataColumn,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
  plainDateOf,
  Select,
  type TablePaging,
  Tag,
} from '../../../platform/views/views.ts'
import { INVITATION_DAYS, type Invitation, type Member, ROLE_TABLE, type Role } from '../model.ts'

export type MemberRow = Member & { readonly roleNames: string }
type OpenInvitation = Invitation & { readonly roleName: string; readonly isOver: boolean }

type Props = {
  readonly authorityName: string
  readonly rows: readonly MemberRow[]
  readonly paging: TablePaging
  readonly invitations: readonly OpenInvitation[]
  /** What people can be here. */
  readonly roles: readonly Role[]
  readonly typed: { readonly email: string; readonly role: string }
  readonly errors: readonly FieldError[]
}

const MEMBERS: readonly DataColumn<MemberRow>[] = [
  {
    name: 'name',
    header: 'Name',
    isSortable: true,
    cell: ({ name, isDisabled }) => (
      <>
        {name} {isDisabled && <Tag classes="govuk-tag--grey">Closed</Tag>}
      </>
    ),
  },
  { name: 'email', header: 'E-mail address', isSortable: true, cell: ({ email }) => email },
  { name: 'roles', header: 'Roles', isSortable: true, cell: ({ roleNames }) => roleNames },
  {
    name: 'change',
    header: 'Change',
    cell: ({ id, name }) => (
      <a href={`/people/${id}`}>
        Change<span class="govuk-visually-hidden"> the roles of {name}</span>
      </a>
    ),
  },
]

const INVITATIONS: readonly DataColumn<OpenInvitation>[] = [
  { name: 'email', header: 'E-mail address', cell: ({ email }) => email },
  { name: 'role', header: 'Role', cell: ({ roleName }) => roleName },
  {
    name: 'until',
    header: 'Works until',
    cell: ({ expiresAt, isOver }) => (isOver ? 'It has run out' : formatDate(plainDateOf(expiresAt))),
  },
  {
    name: 'revoke',
    header: 'Revoke',
    cell: ({ id, email }) => (
      <Form action={`/people/invitations/${id}/revoke`}>
        <Button classes="govuk-button--secondary govuk-!-margin-bottom-0">
          Revoke<span class="govuk-visually-hidden"> the invitation to {email}</span>
        </Button>
      </Form>
    ),
  },
]

const InvitationForm = ({ roles, typed, errors }: Pick<Props, 'roles' | 'typed' | 'errors'>) => (
  <Form action="/people/invitations">
    <Input
      name="email"
      type="email"
      classes="govuk-input--width-30"
      label="E-mail address"
      value={typed.email}
      spellcheck={false}
      errorMessage={errorOf(errors, 'email')}
    />
    <Select
      name="role"
      label="Role"
      value={typed.role}
      items={[
        { value: '', text: 'Choose a role' },
        ...roles.map((role) => ({ value: role, text: ROLE_TABLE[role].label })),
      ]}
      errorMessage={errorOf(errors, 'role')}
    />
    <Button preventDoubleClick>Send the invitation</Button>
  </Form>
)

export const ListPeopleView = ({ authorityName, rows, paging, invitations, roles, typed, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>People</h1>
    <DataTable
      id="people"
      caption={`People who work for ${authorityName}`}
      columns={MEMBERS}
      rows={rows}
      paging={paging}
      onPhone="stack"
      empty={{
        title: 'Nobody here',
        purpose: 'There is no such page of this list.',
        firstStep: { text: 'First page', href: '/people' },
      }}
    />
    <h2>Invite somebody</h2>
    <p>They get a letter with a link that works for {INVITATION_DAYS} days.</p>
    <InvitationForm roles={roles} typed={typed} errors={errors} />
    {invitations.length > 0 && (
      <DataTable
        id="invitations"
        caption="Open invitations"
        columns={INVITATIONS}
        rows={invitations}
        onPhone="stack"
        empty={{ title: 'No open invitations', purpose: 'Invitations that nobody has accepted yet.' }}
      />
    )}
  </>
)
