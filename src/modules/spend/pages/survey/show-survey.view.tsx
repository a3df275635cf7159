import type { FieldError } from '../../../../platform/http/form.ts'
import {
  type Basis,
  Button,
  DataTable,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  formatDate,
  formatPence,
  formatShare,
  Input,
  InsetText,
  KeyFigure,
  KeyFigures,
  Select,
  type TableExport,
  type TablePaging,
  Tag,
  Textarea,
} from '../../../../platform/views/views.ts'
import { SURVEY_STATE } from '../../messages/survey.ts'
import type { Invitee, Survey } from '../../model/survey.ts'
import type { Stand } from '../../rules/survey/results.ts'
import { supplierHref } from '../../supplier-words.ts'
import { PROGRESS, progressOf } from '../../survey-words.ts'
import { surveyPath } from './paths.ts'

type Props = {
  readonly survey: Survey
  readonly rows: readonly Invitee[]
  readonly groups: ReadonlySet<string>
  readonly filter: { readonly words: string; readonly progress: string | null }
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
  readonly response: Stand
  readonly basis: Basis
  readonly waiting: number
  readonly silent: number
  readonly withoutAddress: number
  readonly addresses: string
  readonly canManage: boolean
  readonly isDemonstration: boolean
  readonly done: string
  readonly errors: readonly FieldError[]
}

const Response = ({ survey, response, basis }: Props) => (
  <KeyFigures>
    <KeyFigure
      label="Answered, by number"
      value={formatShare(response.answered, response.invited)}
      basis={basis}
      href={`${surveyPath(survey.id)}/results`}
      isMain
    />
    <KeyFigure
      label="Answered, by spending"
      value={formatShare(response.pence, response.penceInvited)}
      basis={basis}
    />
    <KeyFigure
      label="The invited, of all spending"
      value={formatShare(response.penceInvited, survey.penceAll)}
      basis={{ period: basis.period, coverage: 'all payments that count in the period' }}
    />
  </KeyFigures>
)

const Letters = ({ survey, waiting, silent, withoutAddress }: Props) => (
  <Form action={surveyPath(survey.id)}>
    {withoutAddress > 0 && (
      <p>{formatCount(withoutAddress, 'supplier')} without an address: they are not written to.</p>
    )}
    <div class="govuk-button-group">
      {waiting > 0 && (
        <Button name="do" value="send" preventDoubleClick>
          Send {formatCount(waiting, 'letter')}
        </Button>
      )}
      {survey.state === 'open' && silent > 0 && (
        <Button name="do" value="remind" classes="govuk-button--secondary" preventDoubleClick>
          Remind {formatCount(silent, 'supplier')}
        </Button>
      )}
      {survey.state === 'open' && (
        <Button name="do" value="close" classes="govuk-button--warning" preventDoubleClick>
          Close the survey
        </Button>
      )}
    </div>
  </Form>
)

const Addresses = ({ survey, addresses, errors }: Props) => (
  <Details summaryText="Change the addresses" open={errors.length > 0}>
    <Form action={`${surveyPath(survey.id)}/addresses`}>
      <Textarea
        id="addresses"
        name="addresses"
        label="One supplier a line: name; e-mail address"
        hint="Paste two columns of a spreadsheet, or write behind the semicolons"
        rows={12}
        value={addresses}
        errorMessage={errorOf(errors, 'addresses')}
      />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Save the addresses
      </Button>
    </Form>
  </Details>
)

const Filter = ({ survey, filter }: Props) => (
  <form method="get" action={surveyPath(survey.id)} class="gt-filter">
    <Input id="q" name="q" label="Name of the supplier" value={filter.words} />
    <Select
      id="progress"
      name="progress"
      label="How far"
      items={['', ...PROGRESS].map((value) => ({
        value,
        text: value || 'All',
        selected: value === (filter.progress ?? ''),
      }))}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

/** A supplier that is asked; a group leads to its companies. */
const Name = ({ invitee, groups }: { readonly invitee: Invitee } & Pick<Props, 'groups'>) => {
  const { name, supplierKey } = invitee
  if (!groups.has(supplierKey)) return <>{name}</>
  return (
    <>
      <a href={supplierHref(supplierKey)}>{name}</a> (group of companies)
    </>
  )
}

const Invitees = (props: Props) => (
  <>
    <Filter {...props} />
    <DataTable
      id="invitees"
      caption="Suppliers who are asked"
      rows={props.rows}
      paging={props.paging}
      exports={props.exports}
      basis={{
        period: props.basis.period,
        coverage: 'paid in the period, payees of one supplier and companies of one group together',
      }}
      empty={{
        title: 'Nobody here',
        purpose: 'The suppliers that were paid most stand here, as the filter above leaves them.',
      }}
      columns={[
        {
          name: 'name',
          header: 'Supplier',
          isSortable: true,
          cell: (invitee) => <Name invitee={invitee} groups={props.groups} />,
        },
        { name: 'state', header: 'How far', isSortable: true, cell: progressOf },
        {
          name: 'pence',
          header: 'Paid',
          isNumeric: true,
          isSortable: true,
          firstDirection: 'descending',
          cell: ({ pence }) => formatPence(pence),
        },
      ]}
    />
  </>
)

export const ShowSurveyView = (props: Props) => {
  const { survey, canManage, done, isDemonstration, errors } = props
  const { text, classes } = SURVEY_STATE[survey.state]
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>{survey.title}</h1>
      <p>
        <Tag classes={classes}>{text}</Tag> Answers are taken until {formatDate(survey.closesOn)}.
      </p>
      {/^\d{1,4}$/.test(done) && (
        <InsetText>
          {formatCount(Number(done), 'letter')} on the way.{' '}
          {isDemonstration && <a href="/mailbox">Read them in the mailbox</a>}
        </InsetText>
      )}
      <p>
        <a href={`${surveyPath(survey.id)}/results`}>Results</a> ·{' '}
        <a href={`${surveyPath(survey.id)}/questions`}>
          {survey.state === 'draft' && canManage ? 'Change the questions' : 'Questions'}
        </a>
      </p>
      {survey.state !== 'draft' && <Response {...props} />}
      {canManage && survey.state !== 'closed' && (
        <>
          <Letters {...props} />
          <Addresses {...props} />
        </>
      )}
      <Invitees {...props} />
    </>
  )
}
