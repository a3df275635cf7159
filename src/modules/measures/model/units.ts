import type { DecimalText } from '../model.ts'

/** What is counted. `perBase` units of a family make one of its base: 52 person-weeks are one person-year. */
export type Unit = {
  readonly code: string
  readonly one: string
  readonly many: string
  /** Other ways people write it. */
  readonly also: readonly string[]
  readonly min: DecimalText
  readonly max: DecimalText | null
  readonly family: { readonly base: string; readonly perBase: DecimalText } | null
}

const counted = (code: string, one: string, many: string, ...also: string[]): Unit => ({
  code,
  one,
  many,
  also,
  min: '0',
  max: null,
  family: null,
})
const between = (unit: Unit, min: DecimalText, max: DecimalText): Unit => ({ ...unit, min, max })
const inFamily = (unit: Unit, base: string, perBase: DecimalText): Unit => ({
  ...unit,
  family: { base, perBase },
})

export const UNITS: readonly Unit[] = [
  inFamily(
    counted('person-year', 'person-year', 'person-years', 'fte', 'fte-year', 'job-year'),
    'person-year',
    '1',
  ),
  inFamily(counted('person-week', 'person-week', 'person-weeks', 'week of work'), 'person-year', '52'),
  inFamily(counted('person-month', 'person-month', 'person-months'), 'person-year', '12'),
  counted('hour', 'hour', 'hours', 'staff hour', 'hrs', 'h'),
  counted('paid-hour', 'paid hour', 'paid hours'),
  counted('youth-hour', 'hour of one young person', 'hours of young people'),
  counted('person', 'person', 'people', 'persons', 'participant'),
  counted('worker', 'worker', 'workers'),
  counted('child-year', 'child-year', 'child-years'),
  counted('pupil-year', 'pupil-year', 'pupil-years'),
  counted('child', 'child', 'children'),
  counted('household', 'household', 'households'),
  counted('completion', 'completion', 'completions'),
  counted('qualification', 'qualification', 'qualifications'),
  counted('placement', 'placement', 'placements'),
  counted('placement-week', 'week of placement', 'weeks of placement'),
  counted(
    'life-satisfaction-year',
    'point of life satisfaction for one person for one year',
    'point-person-years',
    'wellby',
    'wellbys',
  ),
  counted('visit', 'visit', 'visits'),
  counted('casualty', 'casualty', 'casualties'),
  counted('crime', 'crime', 'crimes'),
  counted('incident', 'incident', 'incidents'),
  counted('firm', 'firm', 'firms'),
  counted('pound', 'pound', 'pounds', '£', 'gbp', '£ paid', '£ given'),
  inFamily(counted('tonne', 'tonne', 'tonnes', 't'), 'tonne', '1'),
  inFamily(counted('kg', 'kilogram', 'kilograms', 'kilo'), 'tonne', '1000'),
  inFamily(
    counted('tco2e', 'tonne of CO2e', 'tonnes of CO2e', 'tonne co2e', 'tonnes co2e', 'tco2'),
    'tco2e',
    '1',
  ),
  inFamily(counted('kgco2e', 'kilogram of CO2e', 'kilograms of CO2e', 'kg co2e', 'kgco2'), 'tco2e', '1000'),
  counted('km', 'kilometre', 'kilometres'),
  counted('tree', 'tree', 'trees'),
  counted('biodiversity-unit', 'biodiversity unit', 'biodiversity units'),
  counted('item', 'item', 'items'),
  between(counted('percent', 'per cent', 'per cent', '%', 'percentage'), '0', '100'),
  between(counted('level', 'level', 'level'), '0', '3'),
  between(counted('multiplier', 'ratio', 'ratio', 'lm3'), '1', '3'),
  between(counted('score', 'score', 'score'), '0', '5'),
]
