import {
  DataTable,
  formatShortDate,
  type TableExport,
  type TablePaging,
  Tag,
} from '../../../platform/views/views.ts'
import { CONFIDENCE_NAMES, MEANS_WORDS } from '../messages/law-words.ts'
import type { NextStep } from '../model/next-step.ts'
import { purchasePath } from '../paths.ts'

type Props = {
  readonly steps: readonly NextStep[]
  readonly isOfOnePurchase?: boolean
  /** Set apart where a page shows two. */
  readonly id?: string
  readonly caption?: string
  readonly paging?: TablePaging
  readonly exports?: readonly TableExport[]
}

const STATE_TAGS = {
  late: ['red', 'Day has gone by'],
  wrong: ['red', 'Plan breaks the rule'],
  soon: ['orange', 'Within 60 days'],
  later: ['grey', 'Later'],
} as const

const When = ({ step }: { readonly step: NextStep }) => {
  const [colour, text] = STATE_TAGS[step.state]
  return (
    <>
      {MEANS_WORDS[step.means]} {formatShortDate(step.date)}
      {step.state === 'wrong' && step.planned && ` (planned ${formatShortDate(step.planned)})`}{' '}
      <Tag classes={`govuk-tag--${colour}`}>{text}</Tag>
    </>
  )
}

const Why = ({ step }: { readonly step: NextStep }) =>
  step.provision === null ? (
    <>Our own plan</>
  ) : (
    <>
      {step.provision}
      {step.confidence &&
        step.confidence !== 'sure' &&
        ` (${CONFIDENCE_NAMES[step.confidence].toLowerCase()})`}
    </>
  )

const CAPTION = 'What must happen next, by when, and why'

/** What must happen next, by when, and why. */
export const NextStepsTable = ({
  steps,
  isOfOnePurchase,
  id = 'next',
  caption = CAPTION,
  paging,
  exports,
}: Props) => (
  <DataTable
    id={id}
    caption={caption}
    captionClasses="govuk-visually-hidden"
    rows={steps}
    paging={paging}
    exports={exports}
    onPhone="stack"
    empty={{
      title: 'Nothing is dated yet',
      purpose: 'Give the purchase its dates and answer what the law asks; then the next steps are here.',
      headingLevel: 3,
    }}
    columns={[
      { name: 'what', header: 'What', isSortable: true, cell: (step) => step.what },
      { name: 'when', header: 'When', isSortable: true, cell: (step) => <When step={step} /> },
      ...(isOfOnePurchase
        ? []
        : [
            {
              name: 'purchase',
              header: 'Purchase',
              isSortable: true,
              cell: ({ purchase }: NextStep) => <a href={purchasePath(purchase.id)}>{purchase.title}</a>,
            },
          ]),
      { name: 'why', header: 'Why', cell: (step) => <Why step={step} /> },
    ]}
  />
)
