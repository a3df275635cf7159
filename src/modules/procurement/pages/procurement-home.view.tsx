import {
  BarList,
  type Basis,
  Button,
  EmptyState,
  formatCount,
  formatPoundsCompact,
  Input,
  KeyFigure,
  KeyFigures,
  listHref,
  Select,
  type TableExport,
  type TablePaging,
} from '../../../platform/views/views.ts'
import { DISCLAIMER } from '../law/engine.ts'
import { STAGE_NAMES } from '../messages/purchase-words.ts'
import type { NextStep } from '../model/next-step.ts'
import type { Purchase, Stage } from '../model/purchase.ts'
import { HOME_PATH, PIPELINE_PATH, purchasePath } from '../paths.ts'
import type { StepFilter } from '../rules/next-steps.ts'
import { NextStepsTable } from './next-steps-table.tsx'

type Props = {
  readonly pressing: readonly NextStep[]
  /** How many there are, of which the first are shown. */
  readonly pressingInAll: number
  readonly pressingExports: readonly TableExport[]
  /** One page of all steps, filtered and sorted. */
  readonly coming: readonly NextStep[]
  readonly filter: StepFilter
  readonly paging: TablePaging
  readonly exports: readonly TableExport[]
  readonly asking: readonly { readonly purchase: Purchase; readonly questions: readonly string[] }[]
  readonly stages: readonly { readonly stage: Stage; readonly count: number }[]
  /** Of the purchases under way, without VAT. */
  readonly wholePence: number
  readonly basis: Basis
  readonly mayManage: boolean
}

const Stages = ({ stages, basis }: Pick<Props, 'stages' | 'basis'>) => (
  <BarList
    id="stages"
    title="Purchases by stage"
    description="How many purchases stand at each stage, in the order of the stages."
    basis={{ ...basis, coverage: 'Every purchase in the pipeline', unknown: undefined }}
    table={{
      head: ['Stage', 'Purchases'],
      rows: stages.map(({ stage, count }) => [STAGE_NAMES[stage], { text: String(count), value: count }]),
    }}
    bars={stages.map(({ stage, count }) => ({
      label: STAGE_NAMES[stage],
      href: listHref(PIPELINE_PATH, {}, { stage }),
      value: count,
      display: String(count),
    }))}
  />
)

const Asking = ({ asking }: Pick<Props, 'asking'>) => (
  <>
    <h2>Questions to answer</h2>
    <p>The law cannot be explained for these until somebody answers.</p>
    <ul class="govuk-list govuk-list--bullet">
      {asking.map(({ purchase, questions }) => (
        <li>
          <a href={purchasePath(purchase.id, 'law')}>{purchase.title}</a>: {questions.join(' ')}
        </li>
      ))}
    </ul>
  </>
)

const Nothing = ({ mayManage }: Pick<Props, 'mayManage'>) => (
  <EmptyState
    title="No purchases yet"
    purpose="Write down what you mean to buy. From its value, kind and dates follows what the law and your own rules ask, and by when."
    firstStep={mayManage ? { text: 'Add a purchase', href: '/procurement/purchases/new' } : undefined}
  >
    <p>For example: grounds maintenance, £400,000 over four years, to start on 1 October 2027.</p>
  </EmptyState>
)

const Filter = ({ filter }: Pick<Props, 'filter'>) => (
  <form method="get" action={HOME_PATH} role="search" class="gt-filter">
    <Select
      id="state"
      name="state"
      label="When"
      value={filter.state ?? ''}
      items={[
        { value: '', text: 'All to come' },
        { value: 'pressing', text: 'To put right first' },
        { value: 'soon', text: 'Within 60 days' },
        { value: 'later', text: 'Later' },
      ]}
    />
    <Input label="Words in it" id="search" name="search" type="search" value={filter.search ?? ''} />
    <Button classes="govuk-button--secondary">Show</Button>
  </form>
)

const Steps = (props: Props) => (
  <>
    {props.pressing.length > 0 && (
      <>
        <h2>Put right first</h2>
        <NextStepsTable
          steps={props.pressing}
          id="pressing"
          caption="What to put right first, and why"
          exports={props.pressingExports}
        />
        {props.pressingInAll > props.pressing.length && (
          <p>
            <a href={`${listHref(HOME_PATH, {}, { state: 'pressing' })}#next`}>
              Show all {formatCount(props.pressingInAll, 'step')} to put right
            </a>
          </p>
        )}
      </>
    )}
    <h2>What must happen next, by when, and why</h2>
    <Filter {...props} />
    <NextStepsTable steps={props.coming} paging={props.paging} exports={props.exports} />
    {props.asking.length > 0 && <Asking {...props} />}
  </>
)

export const ProcurementHomeView = (props: Props) => {
  const hasNone = props.stages.length === 0
  const underWay = formatPoundsCompact(props.wholePence)
  return (
    <>
      <h1>Purchases</h1>
      <p class="govuk-body-l">From an idea to a tender that is ready to publish: what to do, and why.</p>
      <p>
        <a href="/opportunities/pipeline">What suppliers see of the pipeline</a>
      </p>
      {hasNone ? (
        <Nothing {...props} />
      ) : (
        <>
          {props.mayManage && <Button href="/procurement/purchases/new">Add a purchase</Button>}
          <Steps {...props} />
          <KeyFigures>
            <KeyFigure label="Under way" value={underWay} basis={props.basis} href={PIPELINE_PATH} />
          </KeyFigures>
          <Stages {...props} />
        </>
      )}
      <p class="gt-basis">{DISCLAIMER}</p>
    </>
  )
}
