import { DataTable } from '../../../platform/views/views.ts'
import type { Bid, Evaluation } from '../model.ts'
import type { LotResult } from '../score-lot.ts'
import { EvaluationHead } from './stage-tag.tsx'

type Props = {
  readonly evaluation: Evaluation
  readonly bid: Bid
  readonly name: string
  readonly result: LotResult
  readonly shown: LotResult['bids'][number]
}
type Step = Props['shown']['steps'][number]

const inputsOf = ({ inputs }: Step): string =>
  Object.entries(inputs)
    .filter(([name]) => name !== 'weight' && name !== 'described')
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

/** One bid's sum, criterion by criterion: what went in, by which formula, what came out. */
export const StepsView = ({ evaluation, bid, name, result, shown }: Props) => (
  <>
    <EvaluationHead evaluation={evaluation} title={`Bidder ${bid.letter}, step by step`} />
    {name && <p>{name}</p>}
    <DataTable
      id="steps"
      caption="Every step"
      rows={shown.steps}
      onPhone="stack"
      basis={{ period: 'Exact decimals', coverage: result.rounding.rule }}
      columns={[
        { name: 'criterion', header: 'Criterion', cell: (step) => step.criterion },
        { name: 'weight', header: 'Weight', isNumeric: true, cell: (step) => step.inputs.weight },
        { name: 'formula', header: 'Formula', cell: (step) => step.formula },
        { name: 'inputs', header: 'What went in', cell: inputsOf },
        { name: 'share', header: 'Share', isNumeric: true, cell: (step) => step.share },
        { name: 'points', header: 'Points', isNumeric: true, cell: (step) => step.pointsShown },
      ]}
      footer={{ criterion: 'Total', points: shown.totalShown }}
      empty={{ title: 'No steps', purpose: 'This bid was not scored.' }}
    />
  </>
)
