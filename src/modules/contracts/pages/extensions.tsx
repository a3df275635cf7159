import {
  Button,
  DataTable,
  DateInput,
  Details,
  errorOf,
  Form,
  formatDate,
  Input,
} from '../../../platform/views/views.ts'
import { contractPath } from './paths.ts'
import type { ShowContractProps } from './show-contract.view.tsx'

const TakeForm = ({ contract, extensions, errors, takenOn }: ShowContractProps) => {
  const open = extensions.find((one) => one.takenOn === null)
  return open ? (
    <Details
      summaryText={`Take the option to ${formatDate(open.untilOn)}`}
      open={errorOf(errors, 'takenOn-day') !== undefined}
    >
      <Form action={`${contractPath(contract.id)}/extensions/take`}>
        <input type="hidden" name="number" value={open.number} />
        <DateInput
          id="takenOn"
          namePrefix="takenOn"
          fieldset={{ legend: { text: 'Day it was taken' } }}
          values={takenOn}
          errorMessage={errorOf(errors, 'takenOn-day')}
        />
        <Button preventDoubleClick>Extend the contract</Button>
      </Form>
    </Details>
  ) : null
}

const OptionForm = ({ contract, errors, option }: ShowContractProps) => (
  <Details summaryText="Write an option to extend down" open={errorOf(errors, 'untilOn-day') !== undefined}>
    <Form action={`${contractPath(contract.id)}/extensions`}>
      <DateInput
        id="untilOn"
        namePrefix="untilOn"
        fieldset={{ legend: { text: 'It would go on to' } }}
        values={option.untilOn}
        errorMessage={errorOf(errors, 'untilOn-day')}
      />
      <Input id="note" name="note" label="Note" value={option.note} errorMessage={errorOf(errors, 'note')} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Write it down
      </Button>
    </Form>
  </Details>
)

/** Options to extend, which are taken, and the forms for both. */
export const Extensions = (props: ShowContractProps) => (
  <section id="extensions">
    {props.extensions.length > 0 && (
      <DataTable
        id="options"
        caption="Extensions"
        rows={props.extensions}
        onPhone="stack"
        columns={[
          { name: 'until', header: 'Goes on to', cell: (one) => formatDate(one.untilOn) },
          {
            name: 'taken',
            header: 'Taken',
            cell: (one) => (one.takenOn === null ? 'Not yet' : formatDate(one.takenOn)),
          },
          { name: 'note', header: 'Note', cell: (one) => one.note || '–' },
        ]}
        empty={{ title: '', purpose: '' }}
      />
    )}
    {props.mayManage && <TakeForm {...props} />}
    {props.mayManage && props.contract.endsOn !== null && <OptionForm {...props} />}
  </section>
)
