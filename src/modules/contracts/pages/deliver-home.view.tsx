import type { FieldError } from '../../../platform/http/form.ts'
import {
  Button,
  DataTable,
  errorOf,
  Form,
  FormErrorSummary,
  formatDate,
  Input,
  type TablePaging,
} from '../../../platform/views/views.ts'
import type { SeenContract } from '../linked-contracts.ts'
import { DELIVER_PATH, deliverPath } from './paths.ts'

type Props = { readonly contracts: readonly SeenContract[]; readonly paging: TablePaging }

export const DeliverHomeView = ({ contracts, paging }: Props) => (
  <>
    <h1>Report what you deliver</h1>
    <p>Choose the contract. Saying what was done, with a photo, takes about two minutes.</p>
    <DataTable
      id="linked"
      caption="Your contracts"
      rows={contracts}
      paging={paging}
      onPhone="stack"
      columns={[
        {
          name: 'title',
          header: 'Contract',
          cell: (one) => (
            <>
              <a href={deliverPath(one.contractId)}>{one.title}</a>
              <span class="gt-under">{one.reference}</span>
            </>
          ),
        },
        { name: 'authority', header: 'For', cell: (one) => one.authorityName },
        {
          name: 'ends',
          header: 'Last day, with extensions taken',
          cell: (one) => (
            <>
              {one.currentEnd === null ? 'None agreed' : formatDate(one.currentEnd)}
              {one.endsOn !== null && one.endsOn !== one.currentEnd && (
                <span class="gt-under">{formatDate(one.endsOn)} before it was extended</span>
              )}
            </>
          ),
        },
      ]}
      empty={{
        title: 'No contract yet',
        purpose:
          'A contract that you won here stands here by itself. For any other, the contract manager at the council sends you a code.',
        firstStep: { text: 'Enter a code', href: `${DELIVER_PATH}/join` },
      }}
    />
    {contracts.length > 0 && (
      <p>
        <a href={`${DELIVER_PATH}/join`}>Enter a code for another contract</a>
      </p>
    )}
  </>
)

export const JoinView = ({
  errors,
  code,
}: {
  readonly errors: readonly FieldError[]
  readonly code: string
}) => (
  <>
    <FormErrorSummary errors={errors} />
    <h1>Link a contract</h1>
    <p>
      From then on the people of your organisation report what it delivers, and read what the council asks.
    </p>
    <Form>
      <Input
        id="code"
        name="code"
        label="Code from the contract manager"
        hint="Sixteen letters and digits, such as K7QM-2XRT-9HNB-4WDC"
        classes="govuk-input--width-20"
        autocomplete="off"
        value={code}
        errorMessage={errorOf(errors, 'code')}
      />
      <Button preventDoubleClick>Link the contract</Button>
    </Form>
  </>
)
