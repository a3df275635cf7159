import { errorOf, Form, FormErrorSummary } from '../form.tsx'
import {
  Button,
  CharacterCount,
  Checkboxes,
  DateInput,
  Details,
  FileUpload,
  Input,
  InsetText,
  PasswordInput,
  Radios,
  Select,
  SummaryList,
  Tabs,
  Tag,
  TaskList,
  WarningText,
} from '../govuk/components.ts'

const errors = [{ field: 'budget', message: 'Enter the budget in pounds, like 120,000' }]

const Fields = () => (
  <>
    <Input name="title" label="Title of the contract" hint="As residents would say it" />
    <Input
      name="budget"
      label="Budget"
      prefix="£"
      value="a lot"
      errorMessage={errorOf(errors, 'budget')}
      classes="govuk-input--width-10"
    />
    <Select
      name="category"
      label="Category"
      value="highways"
      items={[
        { value: 'care', text: 'Adult social care' },
        { value: 'highways', text: 'Highways' },
      ]}
    />
    <Radios
      name="route"
      fieldset={{ legend: { text: 'How will you buy it?', classes: 'govuk-fieldset__legend--m' } }}
      items={[
        { value: 'open', text: 'Open procedure', hint: 'Any supplier may bid' },
        {
          value: 'framework',
          text: 'A framework agreement',
          conditional: { html: <Input name="framework" label="Which one?" /> },
        },
      ]}
    />
    <Checkboxes
      name="priorities"
      fieldset={{ legend: 'Which priorities does it serve?' }}
      values={['jobs']}
      items={[
        { value: 'jobs', text: 'Good local jobs' },
        { value: 'carbon', text: 'A city without carbon' },
      ]}
    />
    <DateInput
      id="ends"
      namePrefix="ends"
      fieldset={{ legend: 'When does it end?' }}
      hint="For example, 31 3 2027"
    />
    <CharacterCount name="why" label="Why is it needed?" maxlength={200} countType="words" />
    <FileUpload name="file" label="Payment file" hint="CSV or XLSX, up to 50 MB" />
    <PasswordInput name="password" label="Password" />
  </>
)

export const FormSamples = () => (
  <>
    <h2>A form</h2>
    <Form warnsOfUnsentChanges id="sample-form">
      <FormErrorSummary errors={errors} />
      <Fields />
      <WarningText>Once the notice is published, it cannot be taken back.</WarningText>
      <div class="govuk-button-group">
        <Button preventDoubleClick>Save and continue</Button>
        <Button classes="govuk-button--secondary" type="button">
          Save as draft
        </Button>
        <Button classes="govuk-button--warning" type="button">
          Withdraw
        </Button>
        <button class="govuk-button govuk-button--secondary" type="button" data-print hidden>
          Print
        </button>
        <a href="/cancel">Cancel</a>
      </div>
    </Form>
    <h2>Other components</h2>
    <SummaryList
      rows={[
        { key: 'Status', value: <Tag classes="govuk-tag--green">Open</Tag> },
        {
          key: 'Deadline',
          value: 'midday on 4 January 2027',
          actions: { items: [{ href: '/change', text: 'Change', visuallyHiddenText: 'the deadline' }] },
        },
      ]}
      card={{ title: 'Tender' }}
    />
    <TaskList
      items={[
        { title: 'Say what you need', href: '/need', status: 'Completed' },
        { title: 'Set the award criteria', href: '/criteria', status: { tag: 'Incomplete' } },
      ]}
    />
    <Tabs
      items={[
        { id: 'promised', label: 'Promised', panel: '12 apprenticeships' },
        { id: 'delivered', label: 'Delivered', panel: '3 apprenticeships' },
      ]}
    />
    <InsetText>The threshold is about the value of the whole contract, with VAT.</InsetText>
    <Details summaryText="What counts as local?">A supplier whose registered office is in Ashshire.</Details>
  </>
)
