import { formatPoundsCompact, type Tone } from '../../../platform/views/views.ts'
import type { Tier } from '../model.ts'
import { type Chart, percentText } from './analysis.ts'

const LAST_TONE = 6

/** Tiers as the parts of one bar; what nobody knows is a part of its own. */
export const tierChart = (title: string, tiers: readonly Tier[]): Chart => ({
  kind: 'parts',
  title,
  description: tiers.map((tier) => `${tier.label} ${percentText(tier.share)}`).join(', '),
  parts: tiers.map((tier, at) => ({
    label: tier.label,
    value: Math.max(0, tier.pence),
    display: `${formatPoundsCompact(tier.pence)} (${percentText(tier.share)})`,
    tone: tier.kind === 'unknown' ? 'unknown' : (Math.min(at + 1, LAST_TONE) as Tone),
  })),
})
