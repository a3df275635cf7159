import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { explainInput } from './explain-input.ts'
import { TOP_FIELDS } from './input/fields.ts'
import { EXEMPTION_FIELDS, MODIFICATION_FIELDS, PAYMENT_FIELDS } from './input/group-fields.ts'

const readme = readFileSync('src/modules/procurement/README.md', 'utf8')

test('the README names every field', () => {
  const names = [...TOP_FIELDS, ...PAYMENT_FIELDS, ...MODIFICATION_FIELDS, ...EXEMPTION_FIELDS]
    .map((field) => field.name)
    .filter((name) => !name.endsWith('Pence'))
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
test('the example in the README is answered without a warning', () => {
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '') as Record<string, unknown>
  const { questions, warnings, summary, timetable } = explainInput(example)
  expect({ questions, warnings }).toEqual({ questions: [], warnings: [] })
  expect(summary).toMatchObject({ isPublicContract: true, valuePence: 648_000_000 })
  expect(timetable.find((step) => step.id === 'contract-entry')).toMatchObject({
    date: '2026-12-04',
    met: true,
  })
})
