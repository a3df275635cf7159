import type { Organisation } from '#identity'
import { Button, EmptyState, Form, FormErrorSummary, Input, Select } from '../../../platform/views/views.ts'
import { EVERYTHING } from '../model.ts'
import type { Network } from '../store/networks.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'

type Props = {
  readonly networks: readonly Network[]
  readonly own: string
  readonly names: ReadonlyMap<string, string>
  readonly authorities: readonly Organisation[]
  readonly error: string | null
  readonly canChange: boolean
}

const Invite = ({
  network,
  authorities,
}: {
  readonly network: Network
  readonly authorities: readonly Organisation[]
}) => {
  const others = authorities.filter((one) => !network.members.some((member) => member.authorityId === one.id))
  return others.length === 0 ? null : (
    <Form action={`/spend/networks/${network.id}/invite`}>
      <Select
        id={`invite-${network.id}`}
        name="organisation"
        label={`Invite an organisation to ${network.name}`}
        items={others.map((one) => ({ value: one.id, text: one.name }))}
      />
      <Button classes="govuk-button--secondary">Invite</Button>
    </Form>
  )
}

const Standing = ({
  network,
  own,
  canChange,
}: {
  readonly network: Network
  readonly own: string
  readonly canChange: boolean
}) => {
  const isMember = network.members.some((member) => member.authorityId === own && member.agreedAt !== null)
  return (
    <>
      {isMember ? (
        <p class="govuk-body">
          <a href={`/spend/networks/${network.id}/map`}>The money of all its members together</a>
        </p>
      ) : (
        <p class="govuk-body">
          You are invited. If you agree, the other members see your spending added up by supplier, department
          and month, and you see theirs. Groups of companies that you confirmed, with their names, count for
          all of them, and theirs for you. Single payments stay yours.
        </p>
      )}
      {canChange && !isMember && (
        <Form action={`/spend/networks/${network.id}/agree`}>
          <Button>Agree to share with {network.name}</Button>
        </Form>
      )}
      {canChange && (
        <Form action={`/spend/networks/${network.id}/leave`}>
          <Button classes="govuk-button--secondary">
            {isMember ? 'Leave' : 'Decline'} {network.name}
          </Button>
        </Form>
      )}
    </>
  )
}

const OneNetwork = ({ network, ...props }: Props & { readonly network: Network }) => (
  <section>
    <h2 class="govuk-heading-m">{network.name}</h2>
    <ul class="govuk-list govuk-list--bullet">
      {network.members.map((member) => (
        <li>
          {props.names.get(member.authorityId) ?? member.authorityId}
          {member.agreedAt === null && ' (invited, has not agreed)'}
        </li>
      ))}
    </ul>
    <Standing network={network} own={props.own} canChange={props.canChange} />
    {props.canChange &&
      network.members.some((member) => member.authorityId === props.own && member.agreedAt !== null) && (
        <Invite network={network} authorities={props.authorities} />
      )}
  </section>
)

export const ListNetworksView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.error === null ? [] : [{ field: '', message: props.error }]} />
    <AnalysisNavigation current="networks" slice={EVERYTHING} />
    <h1>Networks</h1>
    <p class="govuk-body-l">
      Organisations that will not move from a place can look at their spending together, as Preston’s six
      anchors did.
    </p>
    {props.networks.length === 0 && (
      <EmptyState
        title="No network yet"
        purpose="Found one, and invite the hospital, the university, the college or the housing association. Nothing of theirs is seen before they agree."
      />
    )}
    {props.networks.map((network) => (
      <OneNetwork {...props} network={network} />
    ))}
    {props.canChange && (
      <Form>
        <h2 class="govuk-heading-m">Found a network</h2>
        <Input id="name" name="name" label="Its name" classes="govuk-input--width-20" />
        <Button>Found the network</Button>
      </Form>
    )}
  </>
)
