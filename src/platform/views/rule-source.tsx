import { formatDate } from './formatters.ts'

export interface RuleSourceProps {
  /** Guidance and local policy are never shown as law. */
  readonly kind: 'law' | 'guidance' | 'local policy'
  /** `Procurement Act 2023`. */
  readonly title: string
  /** `section 54`. */
  readonly provision?: string | undefined
  /** The day since when it has applied. */
  readonly inForceFrom?: string | undefined
  readonly href: string
}

const NAMES = { law: 'Law', guidance: 'Guidance, not law', 'local policy': 'Local policy' } as const

/** Where a rule comes from: its kind, section, date in force and a link. */
export const RuleSource = ({ kind, title, provision, inForceFrom, href }: RuleSourceProps) => (
  <p class="gt-rule-source">
    <span class="gt-rule-source__kind">{NAMES[kind]}:</span>{' '}
    <a href={href}>{provision ? `${title}, ${provision}` : title}</a>
    {inForceFrom && `, in force since ${formatDate(inForceFrom)}`}
  </p>
)
