import type { ComponentChildren } from 'preact'
import { type Basis, BasisLine } from './basis.tsx'
import { classes } from './govuk/attributes.ts'

export interface KeyFigureProps {
  readonly label: string
  /** The formatted figure, `£12.3m`. */
  readonly value: string
  readonly basis: Basis
  /** Where the figure is taken apart. */
  readonly href?: string | undefined
  /** One sentence on what it means, or how it changed. */
  readonly children?: ComponentChildren
  readonly isMain?: boolean | undefined
}

/** One big number with what it rests on. */
export const KeyFigure = ({ label, value, basis, href, isMain, children }: KeyFigureProps) => (
  <div class={classes('gt-key-figure', isMain && 'gt-key-figure--main')}>
    <dl class="gt-key-figure__pair">
      <dt class="gt-key-figure__label">{href ? <a href={href}>{label}</a> : label}</dt>
      <dd class="gt-key-figure__value">{value}</dd>
    </dl>
    {children && <div class="gt-key-figure__meaning">{children}</div>}
    <BasisLine basis={basis} />
  </div>
)

/** Key figures side by side, one under the other on a phone. */
export const KeyFigures = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="gt-key-figures">{children}</div>
)
