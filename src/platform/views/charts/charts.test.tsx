import * as fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import type { Basis } from '../basis.tsx'
import { BarList } from './bar-list.tsx'
import { Choropleth } from './choropleth.tsx'
import { ColumnsByMonth } from './columns-by-month.tsx'
import { StackedBar } from './stacked-bar.tsx'

const basis: Basis = {
  period: 'April 2025 to March 2026',
  coverage: '98% of payments',
  unknown: '6% not known',
}
const chart = {
  id: 'c',
  title: 'Where it went',
  description: 'Most stayed.',
  basis,
  table: { head: ['Place', 'Paid'], rows: [['Here', { text: '£3', value: 3 }]] },
}

const numbers = (html: string, pattern: RegExp) =>
  [...html.matchAll(pattern)].map((match) => Number(match[1]))

const bar = (values: readonly number[]) =>
  render(
    <StackedBar
      {...chart}
      parts={values.map((value, at) => ({
        label: `Part ${at}`,
        value,
        display: `£${value}`,
        tone: at === 0 ? 'unknown' : 1,
      }))}
    />,
  )

describe('every chart', () => {
  it('has a name, a description, its basis, its table and its CSV', () => {
    const html = bar([1, 3])
    expect(html).toContain('role="img" aria-labelledby="c-title" aria-describedby="c-desc"')
    expect(html).toContain('<title id="c-title">Where it went</title>')
    expect(html).toContain('<desc id="c-desc">Most stayed.')
    expect(html).toContain('April 2025 to March 2026 · 98% of payments · 6% not known')
    expect(html).toMatch(/<details.*<th scope="row"[^>]*>Here<\/th><td[^>]*>£3<\/td>.*download="c\.csv"/s)
  })

  it('does not compile without its basis or its table', () => {
    const { basis: _, ...baseless } = chart
    const { table: __, ...tableless } = chart
    // @ts-expect-error a number that cannot say what it rests on is not shown
    void (<StackedBar {...baseless} parts={[]} />)
    // @ts-expect-error every figure on a chart is also in a table
    void (<StackedBar {...tableless} parts={[]} />)
  })
})

describe('StackedBar', () => {
  it('gives each part its share of the whole', () => {
    expect(numbers(bar([1, 3]), /gt-tone-[^>]* width="([\d.]+)%" height="64"/g)).toEqual([25, 75])
  })

  it('hatches what is not known, and names every part in the legend', () => {
    const html = bar([1, 3])
    expect(html).toContain('fill="url(#c-tone-unknown)"')
    expect(html).toContain('<pattern id="c-tone-unknown"')
    expect(html).toContain('Part 0</span><span class="gt-legend__value">£1')
  })

  it('fills the bar whatever the parts are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e12), { minLength: 1, maxLength: 7 }), (values) => {
        fc.pre(values.some((value) => value > 0))
        const widths = numbers(bar(values), /gt-tone-[^>]* width="([\d.]+)%" height="64"/g)
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1)
      }),
    )
  })

  it('is empty where there is nothing', () => {
    expect(bar([0, 0])).not.toMatch(/NaN|Infinity/)
  })
})

describe('BarList', () => {
  const bars = (values: readonly number[]) =>
    render(
      <BarList {...chart} bars={values.map((value) => ({ label: 'a', value, display: String(value) }))} />,
    )

  it('draws the largest over the whole width', () => {
    expect(numbers(bars([4, 1]), /gt-tone-1" x="0%" y="0" width="([\d.]+)%"/g)).toEqual([100, 25])
  })

  it('draws less than nothing to the left', () => {
    expect(bars([3, -1])).toContain('x="0%" y="0" width="25%"')
    expect(bars([3, -1])).toContain('x="25%" y="0" width="75%"')
  })

  it('draws no bar for nothing', () => {
    expect(bars([0, 0])).not.toMatch(/NaN|Infinity|width="100%" height="14"\/?><\/rect>/)
  })
})

describe('ColumnsByMonth', () => {
  const columns = (values: readonly number[]) =>
    render(
      <ColumnsByMonth
        {...chart}
        formatValue={String}
        months={values.map((value, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}`, value }))}
      />,
    )

  it('draws columns up from the line of nothing and, in another tone, down from it', () => {
    const html = columns([10, -10])
    const [zero] = numbers(html, /gt-zero-line"[^>]* y1="(\d+)"/g)
    const [top = 0, height = 0] =
      /gt-tone-1"[^>]* y="(\d+)" height="(\d+)"/.exec(html)?.slice(1).map(Number) ?? []
    expect(top + height).toBe(zero)
    expect(numbers(html, /gt-tone-3"[^>]* y="(\d+)"/g)).toEqual([zero])
  })

  it('names the first month and its year for wide and narrow screens', () => {
    expect(columns([1, 2]).match(/>Jan</g)).toHaveLength(2)
    expect(columns([1, 2]).match(/>2026</g)).toHaveLength(2)
  })

  it('stands months without payments and without any month', () => {
    expect(columns([0, 0])).not.toMatch(/NaN|Infinity/)
    expect(columns([])).not.toMatch(/NaN|Infinity/)
  })
})

describe('Choropleth', () => {
  const map = {
    width: 10,
    height: 20,
    areas: [
      { code: 'A', name: 'North & East', d: 'M0 0h1v1z' },
      { code: 'B', name: 'South', d: 'M1 1h1v1z' },
      { code: 'C', name: 'West', d: 'M2 2h1v1z' },
    ],
  }
  const html = render(
    <Choropleth
      {...chart}
      map={map}
      values={
        new Map([
          ['A', { value: 5, display: '£5' }],
          ['B', { value: 10, display: '£10' }],
        ])
      }
      breaks={[10, 20]}
      formatValue={(value) => `£${value}`}
      outlined={['B']}
    />,
  )

  it('shades by the breaks, a break belonging to the shade above it', () => {
    expect(html).toContain('class="gt-area gt-shade-1" d="M0 0h1v1z"><title>North &amp; East: £5</title>')
    expect(html).toContain('class="gt-area gt-shade-2" d="M1 1h1v1z"')
    expect(html).toMatch(/under £10.*£10 to under £20.*£20 and over.*not known/s)
  })

  it('hatches what is not known and outlines what is own', () => {
    expect(html).toContain('fill="url(#c-tone-unknown)" d="M2 2h1v1z"><title>West: not known</title>')
    expect(html).toContain('class="gt-area-outline" d="M1 1h1v1z"')
  })
})
