import { formatDate, formatNumber, plainDateOf } from '../../../platform/views/views.ts'
import type { PlanContent, PlanPriority } from '../model.ts'
import type { PrintSize } from '../rules/plan-fit.ts'

type Props = {
  readonly content: PlanContent
  readonly size: PrintSize
  readonly edition: number
  /** Null for a plan that is only looked at before it is published. */
  readonly publishedAt: Date | null
  readonly address: string
  /** 1 on a page of its own. */
  readonly headingLevel: 1 | 2
}

const Item = ({
  item,
  at,
  level,
}: {
  readonly item: PlanPriority
  readonly at: number
  readonly level: 2 | 3
}) => {
  const Heading = `h${level}` as 'h2'
  const small = [item.owner, item.places].filter(Boolean).join(' · ')
  return (
    <li class="gt-sheet__item">
      <Heading class="gt-sheet__item-title">
        {formatNumber(at + 1)}. {item.title}
      </Heading>
      <p>{item.plainWords}</p>
      {item.promise && <p class="gt-sheet__promise">{item.promise}</p>}
      {small && <p class="gt-sheet__small">{small}</p>}
      {item.origin && <p class="gt-sheet__small">Shared by {item.origin}</p>}
    </li>
  )
}

/** The plan as one A4 sheet; `size` is the print that the fitting rule found. */
export const PlanSheet = ({ content, size, edition, publishedAt, address, headingLevel }: Props) => {
  const Heading = `h${headingLevel}` as 'h1'
  return (
    <article class={`gt-sheet gt-sheet--${size}`}>
      <p class="gt-sheet__issuer">{content.organisation}</p>
      <Heading class="gt-sheet__title">{content.title}</Heading>
      <p class="gt-sheet__introduction">{content.introduction}</p>
      <ol class="gt-sheet__items">
        {content.priorities.map((item, at) => (
          <Item item={item} at={at} level={headingLevel === 1 ? 2 : 3} />
        ))}
      </ol>
      <footer class="gt-sheet__foot">
        <p>Made from {content.sources.join('; ')}.</p>
        <p>
          Edition {edition}
          {publishedAt && `, published ${formatDate(plainDateOf(publishedAt))}`}. {address}
        </p>
      </footer>
    </article>
  )
}
