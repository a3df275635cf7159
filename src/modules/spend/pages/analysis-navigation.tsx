import type { Slice } from '../model.ts'
import { sliceHref } from '../slice-query.ts'

const GROUPS = [
  {
    title: 'Where it goes',
    pages: [
      ['', 'Money map'],
      ['tiers', 'Tiers and their range'],
      ['leakage', 'Leakage'],
      ['wards', 'Wards'],
      ['deprivation', 'Deprivation'],
    ],
  },
  {
    title: 'Who is paid',
    pages: [
      ['kinds', 'Kinds of supplier'],
      ['sectors', 'Sectors'],
      ['top-suppliers', 'Suppliers'],
      ['concentration', 'Concentration'],
    ],
  },
  {
    title: 'What for',
    pages: [
      ['categories', 'Categories'],
      ['departments', 'Departments'],
      ['months', 'Months'],
    ],
  },
  {
    title: 'What can change',
    pages: [
      ['years', 'Year on year'],
      ['influenceable', 'Influenceable'],
      ['gaps', 'Gaps'],
      ['what-if', 'What if'],
      ['networks', 'With others'],
      ['method', 'Method'],
    ],
  },
] as const

/** The way between the analyses; the part of the spending one looks at goes along. */
export const AnalysisNavigation = ({
  current,
  slice,
}: {
  readonly current: string
  readonly slice: Slice
}) => (
  <nav class="gt-analyses" aria-label="Analyses">
    {GROUPS.map(({ title, pages }) => (
      <div class="gt-analyses__group">
        <p class="gt-analyses__title">{title}</p>
        <ul class="gt-analyses__list">
          {pages.map(([name, text]) => (
            <li>
              <a
                href={sliceHref(name === '' ? '/spend' : `/spend/${name}`, slice)}
                aria-current={name === current ? 'page' : undefined}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </nav>
)
