import type { FieldError } from '../../../platform/http/form.ts'
import { Button, Checkboxes, errorOf, Form, FormErrorSummary } from '../../../platform/views/views.ts'
import { type Member, PERMISSIONS, ROLE_TABLE, type Role } from '../model.ts'

type Props = {
  readonly member: Member
  /** What people can be here. */
  readonly roles: readonly Role[]
  readonly chosen: readonly string[]
  readonly errors: readonly FieldError[]
}

export const ChangeRolesView = ({ member, roles, chosen, errors }: Props) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Roles of {member.name}</h1>
    <p>{member.email}</p>
    <Form action={`/people/${member.id}/roles`}>
      <Checkboxes
        name="roles"
        fieldset={{ legend: 'What they do here' }}
        hint="Without any role they no longer work here, from the next click on."
        items={roles.map((role) => ({
          value: role,
          text: ROLE_TABLE[role].label,
          hint: ROLE_TABLE[role].permissions.map((permission) => PERMISSIONS[permission]).join(', '),
        }))}
        values={chosen}
        errorMessage={errorOf(errors, 'roles')}
      />
      <Button>Save the roles</Button>
    </Form>
  </>
)
