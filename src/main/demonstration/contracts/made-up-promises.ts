/** What suppliers promise beside the work. `each` is how many for a million pounds of contract. */
export type MadeUpPromise = {
  readonly title: string
  readonly measure: string | null
  readonly unit: string
  readonly each: number
  readonly most: number
  readonly unitValue: string | null
  readonly basis: string
  readonly priority: string | null
  readonly evidence: string
  readonly scalesWithSpend: boolean
  readonly story: string
}

const promise = (
  title: string,
  [each, most, unit]: readonly [number, number, string],
  [unitValue, basis]: readonly [string | null, string],
  priority: string | null,
  [evidence, story]: readonly [string, string],
  more: Partial<MadeUpPromise> = {},
): MadeUpPromise => ({
  title,
  measure: null,
  unit,
  each,
  most,
  unitValue,
  basis,
  priority,
  evidence,
  story,
  scalesWithSpend: false,
  ...more,
})

/** Unit values are made up, as agreed at award; none of them is a figure of a published framework. */
// biome-ignore format: a table reads better in rows
export const PROMISES: readonly MadeUpPromise[] = [
  promise('First jobs for people aged 18 to 24', [1.5, 18, 'people'], ['14000', 'economic'], 'A first job for young people', ['Payroll record of each start', 'A job that lasted beyond the summer.']),
  promise('Hours that staff give to groups in Northmere', [120, 900, 'hours'], ['19.4', 'wellbeing'], 'Fewer people alone', ['Letter from the group with dates and hours', 'A lunch club has a driver again.'], { measure: 'com-volunteer' }),
  promise('Spent with suppliers in Ashshire', [150_000, 2_400_000, 'pounds'], ['1', 'spend'], 'More of our money stays here', ['List of invoices with postcodes', 'Two new firms supply the site.'], { scalesWithSpend: true }),
  promise('Homes where draughts are stopped', [6, 60, 'homes'], [null, 'none'], 'Warm homes', ['Photos before and after, and the tenant’s signature', 'A family keeps two rooms warm that were shut in winter.']),
  promise('Talks at schools', [4, 40, 'talks'], [null, 'none'], 'A first job for young people', ['Letter from the school', 'Pupils saw a trade from inside.']),
  promise('Staff on the real living wage who were not before', [5, 80, 'people'], ['3200', 'economic'], 'Fair pay in every contract', ['Pay bands before and after', 'Cleaners are paid what their neighbours are.']),
]

/** Welcome, and promised by nobody. */
// biome-ignore format: a table reads better in rows
export const UNPROMISED: readonly (readonly [title: string, quantity: number, unit: string])[] = [
  ['Pupils reached by the open day', 412, 'pupils'],
  ['Bicycles mended and given away', 36, 'bicycles'],
  ['Coats collected for the winter', 270, 'coats'],
]
