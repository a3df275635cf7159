import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  Card,
  CardGrid,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  formatInstant,
  Input,
  InsetText,
  SummaryList,
} from '../../../../platform/views/views.ts'
import type { LogEnd } from '../../store/log.ts'
import type { PublicTotals } from '../../store/public-site.ts'
import type { Publisher } from '../../store/publishers.ts'
import type { Held } from '../../store/review.ts'
import { publicPath } from '../paths.ts'

type Props = {
  readonly slug: string
  readonly publisher: Publisher | null
  readonly totals: PublicTotals
  readonly end: LogEnd
  readonly held: readonly Held[]
  readonly namesWaiting: number
  readonly fields: Readonly<Record<'ocidPrefix' | 'orgId' | 'grantsPrefix' | 'contact', string>>
  readonly errors: readonly FieldError[]
  readonly mayManage: boolean
}

const Settings = ({ publisher, fields, errors }: Props) => (
  <>
    <h2>{publisher ? 'How others reach you' : 'Open the publication'}</h2>
    {!publisher && (
      <p>
        Until you do this, nothing leaves. From then on, contracts in the register and purchases that are
        marked public are published each hour.
      </p>
    )}
    <Form action="/publishing/settings">
      {!publisher && (
        <>
          <Input
            id="ocidPrefix"
            name="ocidPrefix"
            label="Your ocid prefix"
            hint="Registered with the Open Contracting Partnership, for example ocds-abc123. It never changes afterwards"
            classes="govuk-input--width-20"
            value={fields.ocidPrefix}
            errorMessage={errorOf(errors, 'ocidPrefix')}
          />
          <Input
            id="orgId"
            name="orgId"
            label="Your identifier"
            hint="As org-id.guide has it, for example GB-LAE-ABC"
            classes="govuk-input--width-20"
            value={fields.orgId}
            errorMessage={errorOf(errors, 'orgId')}
          />
        </>
      )}
      <Input
        id="grantsPrefix"
        name="grantsPrefix"
        label="Your 360Giving prefix (if you publish grants)"
        hint="For example 360G-abc"
        classes="govuk-input--width-20"
        value={fields.grantsPrefix}
        errorMessage={errorOf(errors, 'grantsPrefix')}
      />
      <Input
        id="contact"
        name="contact"
        label="Whom readers tell of mistakes"
        hint="An address of a team, not of a person"
        value={fields.contact}
        errorMessage={errorOf(errors, 'contact')}
      />
      <Button classes={publisher ? 'govuk-button--secondary' : ''} preventDoubleClick>
        {publisher ? 'Save' : 'Open the publication'}
      </Button>
    </Form>
  </>
)

const Standing = ({ publisher, totals, end, slug, mayManage }: Props) =>
  publisher && (
    <>
      <SummaryList
        rows={[
          {
            key: 'Published',
            value: `${formatCount(totals.contracts, 'contract')}, ${formatCount(totals.plans, 'plan')}, in ${formatCount(end.releases, 'release')}`,
          },
          { key: 'Last', value: totals.lastAt ? formatInstant(totals.lastAt) : 'Nothing yet' },
          { key: 'Under', value: `${publisher.ocidPrefix}, ${publisher.orgId}` },
          { key: 'Open since', value: `${formatInstant(publisher.openedAt)}, ${publisher.openedBy}` },
        ]}
      />
      <p>
        <a href={publicPath(slug)}>What the public sees</a>
      </p>
      {mayManage && (
        <Form action="/publishing/publish">
          <Button preventDoubleClick>Publish now what is new</Button>
        </Form>
      )}
    </>
  )

export const PublishingHomeView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>Publication</h1>
    <Standing {...props} />
    {props.namesWaiting > 0 && (
      <InsetText>
        <a href="/publishing/review">{`${formatCount(props.namesWaiting, 'name')} withheld until somebody decides`}</a>
      </InsetText>
    )}
    <CardGrid>
      <Card title="Review" href="/publishing/review">
        Names that may be those of people, and stories for the public.
      </Card>
      <Card title="Notices" href="/publishing/notices">
        What the Procurement Act asks you to publish, and by when.
      </Card>
      <Card title="Data sets" href="/publishing/datasets">
        Spending over £500, contracts over £5,000, grants: each quarter.
      </Card>
      <Card title="Checks" href="/publishing/checks">
        What to look at in your own purchases before and after publication.
      </Card>
    </CardGrid>
    {props.held.length > 0 && (
      <DataTable
        id="held"
        caption="Held back"
        rows={props.held}
        onPhone="stack"
        columns={[
          { name: 'what', header: 'What', cell: (held: Held) => held.title },
          { name: 'why', header: 'Why', cell: (held: Held) => held.reasons.join(' ') },
          { name: 'since', header: 'Since', cell: (held: Held) => formatInstant(held.heldAt) },
        ]}
        empty={{ title: 'Nothing', purpose: '' }}
      />
    )}
    {props.mayManage && <Settings {...props} />}
  </>
)
