import type { FieldError } from '../../../../platform/http/form.ts'
import {
  Button,
  Checkboxes,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  Input,
  InsetText,
  Radios,
  Textarea,
} from '../../../../platform/views/views.ts'
import { DIRECTORY_KIND_TEXT } from '../../messages/directory.ts'
import { type DirectoryEntry, type EntryContent, KEY_HOURS } from '../../model/directory.ts'
import { categoryName, listCategories } from '../../rules/directory/categories.ts'
import { CLAIM_PATH, DIRECTORY_PATH, editPath } from './paths.ts'

type Props = {
  readonly entryKey: string
  readonly entry: DirectoryEntry
  readonly isListed: boolean
  readonly content: EntryContent
  readonly hears: boolean
  readonly suggested: readonly string[]
  readonly errors: readonly FieldError[]
  readonly isSaved: boolean
}

type TextName = Exclude<keyof EntryContent, 'categories' | 'showsContact' | 'kind'>

const WhatYouDo = ({ content, errors, suggested }: Props) => {
  const field = (name: TextName) => ({
    id: name,
    name,
    value: content[name],
    errorMessage: errorOf(errors, name),
  })
  return (
    <>
      <Input {...field('name')} label="Name under which you trade" autocomplete="organization" />
      <Radios
        name="kind"
        idPrefix="kind"
        value={content.kind}
        fieldset={{ legend: { text: 'What kind of supplier are you?' } }}
        errorMessage={errorOf(errors, 'kind')}
        items={[
          { value: 'business', text: DIRECTORY_KIND_TEXT.business },
          {
            value: 'vcse',
            text: DIRECTORY_KIND_TEXT.vcse,
            hint: 'A charity, community interest company, co-operative, community benefit society or mutual',
          },
        ]}
      />
      <Textarea
        {...field('supplies')}
        label="What do you supply?"
        hint="In the words your customers would use"
      />
      {suggested.length > 0 && (
        <InsetText>Your words sound like: {suggested.map(categoryName).join(', ')}.</InsetText>
      )}
      <Checkboxes
        name="categories"
        idPrefix="categories"
        values={[...content.categories]}
        fieldset={{ legend: { text: 'Categories' } }}
        hint="Up to ten. Buyers search by these, and public notices use the same ones"
        classes="govuk-checkboxes--small"
        errorMessage={errorOf(errors, 'categories')}
        items={listCategories().map(({ code, name }) => ({ value: code, text: name }))}
      />
      <Textarea {...field('capacity')} label="How much can you take on? (optional)" rows={3} />
      <Textarea
        {...field('accreditations')}
        label="Accreditations (optional)"
        hint="For example: Living Wage Employer, ISO 9001, Disability Confident. Buyers check them"
        rows={3}
      />
      <Textarea {...field('socialPurpose')} label="Social purpose (optional)" rows={4} />
    </>
  )
}

const Where = ({ content, hears, errors }: Props) => {
  const field = (name: TextName) => ({
    id: name,
    name,
    value: content[name],
    errorMessage: errorOf(errors, name),
  })
  return (
    <>
      <h2>Where you are</h2>
      <Input {...field('address')} label="Address (optional)" autocomplete="street-address" />
      <Input {...field('town')} label="Town (optional)" autocomplete="address-level2" />
      <Input
        {...field('postcode')}
        label="Postcode"
        classes="govuk-input--width-10"
        autocomplete="postal-code"
      />
      <Textarea {...field('covers')} label="Where do you work? (optional)" rows={2} />
      <Input {...field('website')} label="Website (optional)" type="url" spellcheck={false} />
      <h2>Contact</h2>
      <Input {...field('contactName')} label="Name (optional)" autocomplete="name" />
      <Input {...field('contactEmail')} label="E-mail address (optional)" type="email" spellcheck={false} />
      <Input {...field('contactPhone')} label="Telephone (optional)" type="tel" />
      <Checkboxes
        name="showsContact"
        idPrefix="showsContact"
        values={content.showsContact ? ['yes'] : []}
        items={[{ value: 'yes', text: 'Show this contact to everybody' }]}
      />
      <h2>Opportunities</h2>
      <Checkboxes
        name="hears"
        idPrefix="hears"
        values={hears ? ['yes'] : []}
        items={[
          {
            value: 'yes',
            text: 'Write to me when a council near me wants something in my categories',
            hint: 'To the address your codes go to. Once you are listed, and only while this is ticked',
          },
        ]}
      />
    </>
  )
}

const Withdraw = ({ entryKey }: Pick<Props, 'entryKey'>) => (
  <Details summaryText="Take this entry off the directory">
    <p>Nobody will find you here any more. You can list yourself again at any time.</p>
    <Form action={`${editPath(entryKey)}/withdraw`}>
      <Button classes="govuk-button--warning" preventDoubleClick>
        Take it off
      </Button>
    </Form>
  </Details>
)

const STATE_SENTENCE: Readonly<Record<DirectoryEntry['state'], string>> = {
  draft: 'This is a draft. Nobody sees it until you send it and a moderator has read it.',
  waiting: 'A moderator reads this now. If you change it, they read it again.',
  listed: 'This entry is listed. A change is read by a moderator first; until then the old words stay.',
  refused: 'A moderator asks for a change:',
}

export const EditEntryView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <h1>{props.entry.name}</h1>
    {props.isSaved && <InsetText>Saved as a draft. Nothing was sent.</InsetText>}
    <p>{STATE_SENTENCE[props.entry.state]}</p>
    {props.entry.refusal && <InsetText>{props.entry.refusal}</InsetText>}
    <p>This page works for {KEY_HOURS} hours after the code was entered.</p>
    <Form action={editPath(props.entryKey)} warnsOfUnsentChanges>
      <WhatYouDo {...props} />
      <Where {...props} />
      <div class="govuk-button-group">
        <Button name="do" value="propose" preventDoubleClick>
          Send it to a moderator
        </Button>
        <Button name="do" value="save" classes="govuk-button--secondary" preventDoubleClick>
          Save a draft
        </Button>
      </div>
    </Form>
    {props.isListed && <Withdraw entryKey={props.entryKey} />}
  </>
)

export const EntrySavedView = ({ name }: { readonly name: string }) => (
  <>
    <h1>A moderator reads it now</h1>
    <p>
      Thank you. Somebody at a council reads the entry of {name}, and you get a letter with the answer. What
      was listed before stays as it was until then.
    </p>
    <p>
      <a href={DIRECTORY_PATH}>Supplier directory</a>
    </p>
  </>
)

export const DeadKeyView = ({ sentence }: { readonly sentence: string }) => (
  <>
    <h1>Ask for a new code</h1>
    <p>{sentence}.</p>
    <p>
      <a href={CLAIM_PATH}>Ask for a code</a>
    </p>
  </>
)
