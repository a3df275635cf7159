import type { Fault, FaultCode } from '../framework/fault.ts'
import type { RowColumn } from '../framework/framework-row.ts'

const COLUMN_NAMES: Partial<Record<RowColumn, string>> = {
  doesNotCount: 'does not count',
  howToCount: 'how to count',
  measureKind: 'measure kind',
  priceYear: 'price year',
  smallSuppliers: 'small suppliers',
  minimumMonths: 'minimum months',
  contractKinds: 'contract kinds',
  valuedThrough: 'valued through',
  valueFrom: 'value from',
  yearlyRate: 'yearly rate',
  sourceEntry: 'source entry',
}

export const columnName = (column: RowColumn): string => COLUMN_NAMES[column] ?? column

type Words = (facts: Fault['facts'], column: string) => string

const SENTENCES: Readonly<Record<FaultCode, Words>> = {
  missing: (_, column) => `There is no ${column}. Fill it in`,
  'unknown-kind': ({ given, known }) => `“${given}” is no kind of row. Write one of: ${known}`,
  'duplicate-code': ({ firstRow }) => `Row ${firstRow} has the same code. Give each its own`,
  'unknown-parent': ({ given }) => `No row has the code “${given}”, which this one is to stand under`,
  'wrong-parent': ({ given, wanted }) =>
    `It stands under a row of the kind “${given}”; it belongs under: ${wanted}`,
  cycle: ({ trail }) => `The rows lead back to themselves: ${trail}`,
  'unknown-unit': ({ given }) =>
    `The unit “${given}” is not known. goldthread measures units lists those that are; “item” fits whatever is counted one by one`,
  'unknown-basis': ({ given, known }) => `“${given}” is no basis. Write one of: ${known}`,
  'unknown-price-year': ({ given }) => `“${given}” is no price year. Write 2024/25, 2019 or nominal`,
  'not-a-number': ({ given }, column) =>
    `The ${column} “${given}” is no number. Write 1200, 1,200.50 or £0.74`,
  negative: ({ given }, column) =>
    `The ${column} ${given} is below nothing. Harm is told in words, not as a negative`,
  'low-above-value': () => 'The low end is above the value',
  'high-below-value': () => 'The high end is below the value',
  'price-without-basis': () => 'There is a value and the basis is “none”. Say what kind of value it is',
  'basis-without-price': () =>
    'The basis says that it has a value, and there is none. Write the value, or the basis “none”',
  'price-on-words': () => 'What is told in words is never given a price. Take the value away',
  'carbon-not-in-tonnes': () =>
    'The carbon values are pounds for a tonne of CO2e. Give it the unit “tco2e” and the basis “carbon”, or the value “fixed”',
  'unknown-measure': ({ given }) => `There is no measure with the code “${given}”`,
  'not-of-a-variant': (_, column) =>
    `A variant has no ${column} of its own; that is said of its measure. Empty the cell, or make it a measure`,
  'variant-of-words': () => 'What is told in words is never given a price, so it has no other figure either',
  'variant-without-price': () =>
    'Its measure has no value that another could take the place of. Give the measure its value, or leave the variant out',
  'unknown-rubric': ({ given }) =>
    `There is no scale “${given}”. Use story-of-change, standing-practice or method-statement`,
  'licence-forbids-change': ({ given }) =>
    `Its licence (${given}) bars passing it on, and the framework is to be open. Keep the framework inside, or leave the measure out`,
  'too-long': ({ longest }, column) => `The ${column} is longer than ${longest} characters`,
  'unknown-word': ({ given, known }) => `“${given}” is not known here. Write one of: ${known}`,
  'not-a-count': ({ given }) => `“${given}” is no number of months`,
  'unsafe-link': ({ given }) => `“${given}” is no address of a page. Write https://…`,
  'bad-code': ({ given }) =>
    `The code “${given}” does not serve. Use letters without accents, digits, dots and hyphens, at most 60`,
  formula: () => 'The cell holds a formula. Put the value in its place (copy, paste as values)',
  'error-cell': () => 'The cell holds an error of the spreadsheet',
  'wrong-encoding': ({ given }) =>
    `The text was damaged on its way (“${given}”): it was saved in one encoding and opened in another. Save it as CSV (UTF-8) from the original`,
  'no-header': () => 'No row names the columns. The first row has at least: kind, code, name',
  'no-measures': () => 'There is no measure in the file',
}

/** What is wrong with a row, as a sentence without its full stop. */
export const faultSentence = ({ fault, facts, column }: Fault): string =>
  SENTENCES[fault](facts, columnName(column))
