import type { FieldError } from '../../../platform/http/form.ts'
import type { Standing } from '../../../platform/http/seen-form.ts'
import {
  Button,
  ChangedMeanwhile,
  Details,
  errorOf,
  Form,
  FormErrorSummary,
  formatCount,
  Input,
  SeenField,
  Select,
  Textarea,
} from '../../../platform/views/views.ts'
import type { EntryTexts } from '../framework/edit-entry.ts'
import type { Change, LocalFramework } from '../model/adaptation.ts'
import type { Outcome, Theme } from '../model.ts'
import { entryPath, frameworkPath } from '../seen.ts'
import type { GroupKind } from './change-theme.ts'
import { Differences } from './differences.tsx'
import type { Difference } from './entry-form.ts'

type Props = {
  readonly local: LocalFramework
  readonly kind: GroupKind
  /** Null where one is to be added. */
  readonly entry: Theme | Outcome | null
  readonly title: string
  readonly change: Change | undefined
  readonly differences: readonly Difference[]
  readonly beneath: { readonly outcomes: number; readonly measures: number }
  readonly texts: EntryTexts
  readonly because: string
  readonly offBecause: string
  readonly errors: readonly FieldError[]
  readonly standing: Standing
}

const Fields = ({ local, kind, entry, texts, errors }: Props) => (
  <>
    {!entry && (
      <Input
        id="code"
        name="code"
        label="Code"
        hint={kind === 'theme' ? 'Short, such as river' : 'Short, such as clean-river'}
        classes="govuk-input--width-10"
        value={texts.code ?? ''}
        errorMessage={errorOf(errors, 'code')}
      />
    )}
    <Input
      id="name"
      name="name"
      label="Name"
      value={texts.name ?? ''}
      errorMessage={errorOf(errors, 'name')}
    />
    {kind === 'outcome' && (
      <>
        <Select
          id="parent"
          name="parent"
          label="Theme"
          value={texts.parent ?? ''}
          items={local.framework.themes.map(({ code, name }) => ({ value: code, text: name }))}
          errorMessage={errorOf(errors, 'parent')}
        />
        <Textarea
          id="words"
          name="words"
          label="Words of a priority it answers"
          hint="Several with semicolons. Measures are suggested by them. Left empty, the longer words of the name are taken"
          rows={3}
          value={texts.words ?? ''}
          errorMessage={errorOf(errors, 'words')}
        />
      </>
    )}
  </>
)

const whatGoes = ({ kind, beneath }: Pick<Props, 'kind' | 'beneath'>): string => {
  if (beneath.outcomes + beneath.measures === 0) return 'Nothing stands under it.'
  const outcomes = kind === 'theme' ? `${formatCount(beneath.outcomes, 'outcome')} and ` : ''
  return `What stands under it goes with it: ${outcomes}${formatCount(beneath.measures, 'measure')}. It all comes back when you switch it on again.`
}

const Away = (props: Props & { readonly entry: Theme | Outcome }) => {
  const { local, kind, entry, change, offBecause, errors } = props
  const isOwn = change?.act === 'add'
  return (
    <>
      {change && !isOwn && (
        <Form action={`${frameworkPath(local.framework.id)}/back`}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="entry" value={entry.code} />
          <Button classes="govuk-button--secondary">Put it back as published</Button>
        </Form>
      )}
      <Details
        summaryText={isOwn ? 'Take it out again' : 'Switch it off here'}
        open={errorOf(errors, 'off-because') !== undefined}
      >
        <p>{isOwn ? 'It goes once nothing stands under it.' : whatGoes(props)}</p>
        <Form action={`${entryPath(local.framework.id, kind, entry.code)}/off`}>
          <Input
            id="off-because"
            name="off-because"
            label="Why"
            value={offBecause}
            errorMessage={errorOf(errors, 'off-because')}
          />
          <Button classes="govuk-button--warning">{isOwn ? 'Take it out' : 'Switch it off'}</Button>
        </Form>
      </Details>
    </>
  )
}

export const ChangeThemeView = (props: Props) => {
  const { local, kind, entry, title, because, errors } = props
  const path = frameworkPath(local.framework.id)
  return (
    <>
      <FormErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p>
        {entry ? `${entry.name} (${entry.code})` : `For ${local.framework.title}`}. It counts for your
        organisation only. Whatever differs from the origin is shown beside it, with your reason.
      </p>
      <Differences differences={props.differences} change={props.change} />
      <ChangedMeanwhile meanwhile={props.standing.meanwhile} />
      <Form
        action={entry ? entryPath(local.framework.id, kind, entry.code) : `${path}/add-${kind}`}
        warnsOfUnsentChanges
      >
        <SeenField seen={props.standing.seen} />
        <Fields {...props} />
        <Textarea
          id="because"
          name="because"
          label={entry ? 'Why is it different here?' : 'Why do you need it?'}
          rows={2}
          value={because}
          errorMessage={errorOf(errors, 'because')}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
      {entry && <Away {...props} entry={entry} />}
    </>
  )
}
