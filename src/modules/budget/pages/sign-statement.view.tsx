import type { FinancialYear } from '../../../kernel/financial-year.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  formatInstant,
  InsetText,
  Textarea,
} from '../../../platform/views/views.ts'
import { STATUS_NAMES } from '../messages.ts'
import type { Statement } from '../model.ts'
import { signPath, statementPath } from './paths.ts'
import { StatementBody } from './statement-body.tsx'

type Props = {
  readonly year: FinancialYear
  readonly isOver: boolean
  readonly lastDay: PlainDate
  readonly waiting: Statement | undefined
  readonly others: readonly Statement[]
  readonly errors: readonly FieldError[]
  readonly note: string
  readonly mayManage: boolean
  readonly maySign: boolean
  readonly isOwn: boolean
}

const Prepare = ({ year, note, errors, others }: Props) => (
  <section>
    <h2>Prepare {others.length > 0 ? 'another edition' : 'the statement'}</h2>
    <p>
      The figures of the year are taken down as they stand now. They do not change any more, also where a
      delivery is decided on later. The finance director reads and signs them; then they are public.
    </p>
    <Form action={`${signPath(year)}/prepare`}>
      <Textarea
        id="note"
        name="note"
        label="What readers should know"
        hint="What went well, what did not, what changes next year. It is part of the statement"
        value={note}
        errorMessage={errorOf(errors, 'note')}
      />
      <Button preventDoubleClick>Prepare the statement</Button>
    </Form>
  </section>
)

const Decide = ({ year, waiting, maySign, mayManage, isOwn }: Props & { readonly waiting: Statement }) => (
  <section class="gt-no-print">
    <h2>Sign or take back</h2>
    {maySign ? (
      <Form action={`${signPath(year)}/sign`}>
        <input type="hidden" name="fingerprint" value={waiting.fingerprint} />
        <p>
          Once signed, the statement is public at <code>{statementPath(waiting.reference)}</code> and stays as
          it is. A correction is another edition.
        </p>
        <Button preventDoubleClick>Sign and publish</Button>
      </Form>
    ) : (
      <InsetText>
        {isOwn
          ? 'You prepared this statement, so somebody else signs it.'
          : 'The finance director signs this statement.'}
      </InsetText>
    )}
    {mayManage && (
      <Form action={`${signPath(year)}/withdraw`}>
        <input type="hidden" name="fingerprint" value={waiting.fingerprint} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Take it back
        </Button>
      </Form>
    )}
  </section>
)

const Others = ({ others }: Props) =>
  others.length === 0 ? null : (
    <section>
      <h2>Editions</h2>
      <ul>
        {others.map(({ reference, edition, status, signedName, signedAt, preparedName, preparedAt }) => (
          <li>
            {status === 'signed' ? (
              <a href={statementPath(reference)}>Edition {edition}</a>
            ) : (
              <>Edition {edition}</>
            )}
            : {STATUS_NAMES[status].toLowerCase()}
            {signedAt ? `, ${signedName}, ${formatInstant(signedAt)}` : ''}; prepared by {preparedName},{' '}
            {formatInstant(preparedAt)}
          </li>
        ))}
      </ul>
    </section>
  )

export const SignStatementView = (props: Props) => {
  const { waiting, isOver, lastDay, mayManage } = props
  return (
    <>
      <FormErrorSummary errors={props.errors} />
      <h1>Statement of {props.year}</h1>
      {!isOver && (
        <p>
          The year ends on {formatDate(lastDay)}. Its statement is prepared after that, once what was
          delivered is decided on.
        </p>
      )}
      {waiting && (
        <>
          <p>
            Prepared by {waiting.preparedName}, {formatInstant(waiting.preparedAt)}. It waits to be signed.
          </p>
          <Decide {...props} waiting={waiting} />
          <StatementBody statement={waiting} before={undefined} />
        </>
      )}
      {isOver && !waiting && mayManage && <Prepare {...props} />}
      {isOver && !waiting && !mayManage && <p>No statement of this year waits to be signed.</p>}
      <Others {...props} />
    </>
  )
}
