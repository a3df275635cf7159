import {
  BarList,
  BasisLine,
  Button,
  DataTable,
  Details,
  EmptyState,
  Form,
  FormErrorSummary,
  formatPoundsCompact,
  Input,
  KeyFigure,
  KeyFigures,
  Select,
  type TableExport,
} from '../../../platform/views/views.ts'
import type { Analysis, Cell } from '../analyses/analysis.ts'
import { percentText, shareOf } from '../analyses/analysis.ts'
import { gapChoices } from '../analyses/gaps.ts'
import { REACH_LABELS } from '../analyses/what-if.ts'
import type { ScenarioLine, WhatIf } from '../read-what-if.ts'
import { REACHES } from '../rules/what-if.ts'
import { readSlice } from '../slice-query.ts'
import { WANTED } from '../what-if-words.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'
import { CellText } from './analysis-page.view.tsx'
import { SettingFields } from './setting-fields.tsx'

type Props = {
  readonly analysis: Analysis
  readonly whatIf: WhatIf
  /** As typed, so that nothing is lost. */
  readonly query: Readonly<Record<string, string>>
  readonly words: Readonly<Record<string, string>>
  readonly scenarios: readonly { readonly id: string; readonly name: string; readonly href: string }[]
  readonly exports: readonly TableExport[]
  /** The page with the shares that the search has found, to go on from. */
  readonly foundHref: string | null
  readonly errors: readonly { readonly field: string; readonly message: string }[]
  readonly name: string
  readonly canSave: boolean
}

/** As many categories as a page of inputs can hold; the share for all reaches the rest. */
const MOST_INPUTS = 40

const messageOf = ({ errors }: Props, field: string): string | undefined =>
  errors.find((error) => error.field === field)?.message

const What = (props: Props) => {
  const { whatIf, query } = props
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">What it is about</legend>
      <Input
        id="from"
        name="from"
        label="From month"
        hint="For example 2026-04"
        classes="govuk-input--width-5"
        value={query.from ?? ''}
      />
      <Input
        id="to"
        name="to"
        label="To month"
        hint="For example 2027-03"
        classes="govuk-input--width-5"
        value={query.to ?? ''}
      />
      {gapChoices(whatIf.gaps).map(({ name, label, value, options }) => (
        <Select
          id={name}
          name={name}
          label={label}
          value={value}
          items={options.map((option) => ({ ...option }))}
        />
      ))}
      <Select
        id="reach"
        name="reach"
        label="What may shift"
        value={whatIf.words.reach}
        items={REACHES.map((value) => ({ value, text: REACH_LABELS[value] }))}
      />
      <Input
        id="all"
        name="all"
        label="Local share wanted of every category (per cent)"
        hint="A category with a share of its own below goes by that."
        inputmode="decimal"
        classes="govuk-input--width-5"
        value={query.all ?? ''}
        errorMessage={messageOf(props, 'all')}
      />
    </fieldset>
  )
}

const shareHint = (line: ScenarioLine): string =>
  `Now ${percentText(shareOf(line.localPence, line.allPence))} of ${formatPoundsCompact(line.allPence)}; ${formatPoundsCompact(line.reachPence)} within reach, local suppliers can take on ${formatPoundsCompact(line.capacityPence)}.`

const Shares = (props: Props) => {
  const shown = props.whatIf.lines.filter((line) => line.allPence > 0).slice(0, MOST_INPUTS)
  return (
    <Details summaryText="A share for each category" open={props.whatIf.words.wanted.size > 0}>
      {shown.map((line) => {
        const name = `${WANTED}${line.key}`
        return (
          <Input
            id={name}
            name={name}
            label={`${line.name}: local share wanted (per cent)`}
            hint={shareHint(line)}
            inputmode="decimal"
            classes="govuk-input--width-5"
            value={props.query[name] ?? ''}
            errorMessage={messageOf(props, name)}
          />
        )
      })}
    </Details>
  )
}

const isOwn = (settings: WhatIf['words']['limits']): boolean =>
  settings.some((one) => one.origin === 'own' || one.refused !== null)

const Assume = ({ whatIf }: Props) => (
  <>
    <Details summaryText="What is assumed, and by whom" open={isOwn(whatIf.words.assumptions)}>
      <SettingFields settings={whatIf.words.assumptions} />
    </Details>
    <Details
      summaryText="Limits within which to find the best shift"
      open={whatIf.best !== null || isOwn(whatIf.words.limits)}
    >
      <SettingFields settings={whatIf.words.limits} />
    </Details>
  </>
)

const Ask = (props: Props) => (
  <form method="get" action="/spend/what-if" aria-label="The scenario">
    {['category', 'department'].map((name) =>
      props.query[name] ? <input type="hidden" name={name} value={props.query[name]} /> : null,
    )}
    <What {...props} />
    <Shares {...props} />
    <Assume {...props} />
    <div class="govuk-button-group">
      <Button>Work it out</Button>
      <Button name="find" value="best" classes="govuk-button--secondary">
        Find the best shift
      </Button>
    </div>
  </form>
)

const MOST_ROWS = 50

/** What shifts first, then the rest in its order; categories without anything to shift are in the files only. */
const shownRows = ({ table }: Analysis) =>
  table.rows
    .filter((row) => ['shift', 'reach'].some((name) => Number(row[at(table, name)]?.value ?? 0) > 0))
    .toSorted((a, b) => Number(b[at(table, 'shift')]?.value ?? 0) - Number(a[at(table, 'shift')]?.value ?? 0))
    .slice(0, MOST_ROWS)

const at = (table: Analysis['table'], name: string): number =>
  table.columns.findIndex((column) => column.name === name)

const Answered = ({ analysis, exports, foundHref, whatIf }: Props) => (
  <>
    {(analysis.notes ?? []).length > 0 && whatIf.best && !whatIf.best.isFeasible && (
      <p class="govuk-body-l">{analysis.notes?.[0]}</p>
    )}
    <KeyFigures>
      {analysis.figures.map((figure) => (
        <KeyFigure label={figure.label} value={figure.value} basis={analysis.basis} isMain={figure.isMain}>
          {figure.meaning && <p>{figure.meaning}.</p>}
        </KeyFigure>
      ))}
    </KeyFigures>
    {foundHref && (
      <p class="govuk-body">
        <a href={foundHref}>Go on from the shares that were found</a>
      </p>
    )}
    {analysis.charts.map((chart) =>
      chart.kind === 'bars' ? (
        <BarList
          id="what-if-chart"
          title={chart.title}
          description={chart.description}
          basis={analysis.basis}
          bars={chart.bars}
          table={{
            head: ['Category', 'Shift'],
            rows: chart.bars.map((bar) => [bar.label, bar.display]),
            csvHref: exports[0]?.href,
          }}
        />
      ) : null,
    )}
    <DataTable
      id="what-if"
      caption={analysis.table.caption}
      rows={shownRows(analysis)}
      basis={analysis.basis}
      exports={exports}
      empty={{ title: 'No categories', purpose: 'Payments with categories make this table.' }}
      columns={analysis.table.columns.map((column, at) => ({
        name: column.name,
        header: column.header,
        isNumeric: column.kind !== 'text',
        cell: (row: readonly Cell[]) => <CellText cell={row[at]} />,
      }))}
    />
    <p class="govuk-hint">
      Categories from which nothing can shift are in the files only, and so are those past {MOST_ROWS}.
    </p>
    <h2 class="govuk-heading-m">What to know</h2>
    <ul class="govuk-list govuk-list--bullet">
      {(analysis.notes ?? []).map((note) => (
        <li>{note}</li>
      ))}
    </ul>
  </>
)

const Saved = (props: Props) => (
  <section aria-labelledby="scenarios">
    <h2 class="govuk-heading-m" id="scenarios">
      Scenarios
    </h2>
    {props.scenarios.length === 0 ? (
      <p class="govuk-body">
        None has been saved. The address of this page holds a scenario too, and can be shared.
      </p>
    ) : (
      <ul class="govuk-list">
        {props.scenarios.map((scenario) => (
          <li>
            <a href={scenario.href}>{scenario.name}</a>
            {props.canSave && (
              <Form action={`/spend/what-if/scenarios/${scenario.id}/remove`}>
                <Button classes="govuk-button--secondary">
                  Remove<span class="govuk-visually-hidden"> {scenario.name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    )}
    {props.canSave && (
      <Form action="/spend/what-if">
        <input type="hidden" name="words" value={new URLSearchParams(props.words).toString()} />
        <Input
          id="name"
          name="name"
          label="Save this scenario as"
          classes="govuk-input--width-20"
          value={props.name}
          errorMessage={messageOf(props, 'name')}
        />
        <Button classes="govuk-button--secondary">Save</Button>
      </Form>
    )}
  </section>
)

export const WhatIfView = (props: Props) => (
  <>
    <FormErrorSummary errors={props.errors} />
    <AnalysisNavigation current="what-if" slice={readSlice(props.query)} />
    <h1>{props.analysis.title}</h1>
    <p class="govuk-body-l">{props.analysis.lead}</p>
    {props.analysis.empty ? (
      <EmptyState {...props.analysis.empty} />
    ) : (
      <>
        <Ask {...props} />
        <Answered {...props} />
        <BasisLine basis={props.analysis.basis} />
      </>
    )}
    <Saved {...props} />
    <p class="govuk-body">
      <a href="/spend/method#what-if">How these figures are made</a>
    </p>
  </>
)
