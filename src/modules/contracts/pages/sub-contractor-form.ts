import { z } from 'zod'
import { optionalText, textField } from '../../../platform/http/fields.ts'
import { pounds } from './fields.ts'

export const SUB_CONTRACTOR_FIELDS = ['name', 'number', 'work', 'value', 'above'] as const
export const SubContractorForm = z.object({
  name: textField('the name of the sub-contractor', 300),
  number: optionalText('a number', 60),
  work: textField('what it does', 500),
  value: pounds('what it is paid'),
  above: optionalText('a sub-contractor', 40),
})
