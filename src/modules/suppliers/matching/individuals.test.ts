import { describe, expect, it } from 'vitest'
import { personReason } from './individuals.ts'

describe('personReason', () => {
  it.each([
    ['Mr A Example', 'title'],
    ['MRS A B EXAMPLE', 'title'],
    ['Example, Miss C', 'title'],
    ['Mr & Mrs Example', 'title'],
    ['Dr Example', 'title'],
    ['Cllr A Example', 'title'],
    ['EXAMPLE MR', 'title'],
    ['A EXAMPLE', 'initials'],
    ['A.B. Example', 'initials'],
    ['Example A B', 'initials'],
    ['Example, AB', 'initials'],
    ["O'Example, C", 'initials'],
    ['Margaret Example', 'given-name'],
    ['EXAMPLE MARGARET', 'given-name'],
    ['Margaret A Example', 'given-name'],
    ['Margaret Jane Example', 'given-name'],
    ['REDACTED PERSONAL DATA', 'withheld'],
    ['Name withheld', 'withheld'],
    ['Executors of the late Mr A Example', 'estate'],
  ])('takes %s for a person by its %s', (name, reason) => {
    expect(personReason(name)).toBe(reason)
  })

  it.each([
    'A Example Ltd',
    'Mr Example Plumbing',
    'A B Example Joinery',
    'A EXAMPLE & SONS',
    'A Example T/A Northmoor Taxis',
    'Margaret Example Associates',
    'Margaret Example Disability',
    'Dr Example Medical Practice',
    'Example & Example',
    'Margaret & John',
    'A & Example',
    'Margaret and John Example',
    'N Power',
    '3M',
    'Northmoor',
    'Northmoor Parish Council',
    'Northmoor Education Ltd#REDACTED - Personal Data',
    'Mrs Example Catering',
    'E Y',
    '',
  ])('takes %s for an organisation', (name) => {
    expect(personReason(name)).toBeNull()
  })
})
