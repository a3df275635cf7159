import {
  Button,
  DataTable,
  Details,
  Form,
  formatCount,
  formatDate,
  Input,
  InsetText,
  Select,
  type TablePaging,
  Tag,
  WarningText,
} from '../../../platform/views/views.ts'
import { BASIS_NAMES, figureOf, pricesOf, STATUS_TAGS, unitOf } from '../messages/figure-words.ts'
import type { EntryKind, LocalFramework } from '../model/adaptation.ts'
import { BASES, type Framework } from '../model.ts'
import { frameworkPath, measurePath, themesPath } from '../seen.ts'
import type { Filter, MeasureLine } from './show-framework.ts'

export type SwitchedOffEntry = { readonly kind: EntryKind; readonly code: string; readonly name: string }

type Props = {
  readonly local: LocalFramework
  readonly filter: Filter
  readonly lines: readonly MeasureLine[]
  readonly paging: TablePaging
  readonly switchedOff: readonly SwitchedOffEntry[]
  readonly mayManage: boolean
  readonly isPublished: boolean
}

const ACT_TAGS = { change: 'Changed here', add: 'Added here', off: 'Off' } as const

const About = ({ local, isPublished }: Pick<Props, 'local' | 'isPublished'>) => {
  const { framework, version, revision } = local
  return (
    <>
      <p>
        Version {framework.version}, published {formatDate(framework.publishedOn)}. Licence:{' '}
        {framework.licence}.{' '}
        {revision > 0 && !isPublished && (
          <>
            Adapted here in {formatCount(revision, 'step')}: {formatCount(local.changes.length, 'difference')}{' '}
            from the origin.{' '}
            <a href={`${frameworkPath(framework.id)}?version=${encodeURIComponent(framework.version)}`}>
              See it as published
            </a>
            .
          </>
        )}
        {isPublished && (
          <>
            This is the version as published.{' '}
            <a href={frameworkPath(framework.id)}>See it as it is used here</a>.
          </>
        )}
      </p>
      {framework.notice && <InsetText>{framework.notice}</InsetText>}
      {version.terms === 'restricted' && (
        <WarningText>
          The licence keeps this framework inside your organisation: it is not shown to the public and cannot
          be exported.
        </WarningText>
      )}
    </>
  )
}

const FilterForm = ({ framework, filter }: { readonly framework: Framework; readonly filter: Filter }) => (
  <form method="get" action={frameworkPath(framework.id)} role="search" class="gt-filter">
    <Input
      id="text"
      name="text"
      type="search"
      label="Words"
      value={filter.text}
      classes="govuk-input--width-10"
    />
    <Select
      id="theme"
      name="theme"
      label="Theme"
      value={filter.theme}
      items={[
        { value: '', text: 'Every theme' },
        ...framework.themes.map(({ code, name }) => ({ value: code, text: name })),
      ]}
    />
    <Select
      id="basis"
      name="basis"
      label="Kind of value"
      value={filter.basis}
      items={[
        { value: '', text: 'Every kind' },
        ...BASES.map((basis) => ({ value: basis, text: BASIS_NAMES[basis] })),
      ]}
    />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const Value = ({ measure }: Pick<MeasureLine, 'measure'>) => {
  if (measure.kind === 'qualitative') return <>Told in words</>
  if (!measure.proxy) return <>No price</>
  const care = STATUS_TAGS[measure.status]
  return (
    <>
      {figureOf(measure)} {care && <Tag classes="govuk-tag--orange">{care}</Tag>}
      <span class="govuk-hint">{pricesOf(measure)}</span>
    </>
  )
}

const Measures = ({ local, lines, paging }: Pick<Props, 'local' | 'lines' | 'paging'>) => (
  <DataTable
    id="measures"
    caption="Measures"
    rows={lines}
    paging={paging}
    onPhone="stack"
    exports={
      local.version.terms === 'open'
        ? (['CSV', 'XLSX', 'JSON'] as const).map((format) => ({
            format,
            href: `${frameworkPath(local.framework.id)}/all.${format.toLowerCase()}`,
          }))
        : undefined
    }
    empty={{
      title: 'No measure found',
      purpose: 'No measure has these words, theme and kind of value.',
      firstStep: { text: 'Show all measures', href: frameworkPath(local.framework.id) },
    }}
    columns={[
      {
        name: 'name',
        header: 'Measure',
        isSortable: true,
        cell: ({ measure, act }) => (
          <>
            <a href={measurePath(local.framework.id, measure.code)}>{measure.name}</a>{' '}
            {act && <Tag>{ACT_TAGS[act]}</Tag>}
          </>
        ),
      },
      { name: 'outcome', header: 'Outcome', isSortable: true, cell: ({ outcome }) => outcome },
      { name: 'unit', header: 'Counted in', cell: ({ measure }) => unitOf(measure) },
      {
        name: 'basis',
        header: 'Kind of value',
        isSortable: true,
        cell: ({ measure }) => BASIS_NAMES[measure.basis],
      },
      {
        name: 'value',
        header: 'Value of one',
        isSortable: true,
        firstDirection: 'descending',
        cell: ({ measure }) => <Value measure={measure} />,
      },
    ]}
  />
)

/** What was switched off, each with the way back. */
export const SwitchedOff = ({
  local,
  switchedOff,
  mayManage,
}: Pick<Props, 'local' | 'switchedOff' | 'mayManage'>) =>
  switchedOff.length === 0 ? null : (
    <Details summaryText={`Switched off here (${switchedOff.length})`}>
      <ul class="govuk-list">
        {switchedOff.map(({ kind, code, name }) => (
          <li>
            {name} ({kind})
            {mayManage && (
              <Form action={`${frameworkPath(local.framework.id)}/back`}>
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="entry" value={code} />
                <Button classes="govuk-button--secondary">
                  Switch on again<span class="govuk-visually-hidden">: {name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Details>
  )

export const ShowFrameworkView = (props: Props) => {
  const { local, mayManage } = props
  return (
    <>
      <h1>{local.framework.title}</h1>
      <About local={local} isPublished={props.isPublished} />
      {mayManage && local.newer && (
        <p>
          <strong>Version {local.newer.version} is there.</strong>{' '}
          <a href={`${frameworkPath(local.framework.id)}/merge`}>See what it would change</a>
        </p>
      )}
      {!props.isPublished && (
        <p>
          <a href={themesPath(local.framework.id)}>Themes and outcomes</a>
          {mayManage && (
            <>
              {' · '}
              <a href={`${frameworkPath(local.framework.id)}/add`}>Add a measure of your own</a>
            </>
          )}
        </p>
      )}
      <FilterForm framework={local.framework} filter={props.filter} />
      <Measures local={local} lines={props.lines} paging={props.paging} />
      <SwitchedOff local={local} switchedOff={props.switchedOff} mayManage={mayManage} />
      {local.framework.attribution.map((line) => (
        <p class="govuk-hint">{line}</p>
      ))}
    </>
  )
}
