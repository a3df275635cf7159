import { z } from 'zod'
import { readCharityNumber, readCompanyNumber } from '#suppliers'
import { optionalText, textField } from '../../platform/http/fields.ts'
import type { RegisterNumber } from './model.ts'

const numberField = (what: string, read: (text: string) => { readonly number: string } | null) =>
  z
    .string()
    .max(40)
    .default('')
    .transform((text, context) => {
      const found = text.trim() === '' ? null : read(text)
      if (text.trim() === '' || found) return found?.number ?? null
      context.addIssue({ code: 'custom', message: `Enter ${what} as the register has it, or leave it empty` })
      return z.NEVER
    })

/** What people type into the form of a contract and programs send: the same words, of the same length, in both. */
export const contractFields = {
  reference: textField('a reference', 100),
  title: textField('a title', 300),
  supplierName: textField('the supplier', 300),
  companyNumber: numberField('a company number', readCompanyNumber),
  charityNumber: numberField('a charity number', readCharityNumber),
  description: optionalText('a description', 4000),
  department: optionalText('a department', 200),
  lot: optionalText('a lot', 100),
  manager: optionalText('a contract manager', 200),
  supplierContact: optionalText('a contact', 300),
}

type Numbers = { readonly companyNumber: string | null; readonly charityNumber: string | null }

/** By which register the supplier is known; a company's number goes before a charity's. */
export const supplierNumberOf = ({ companyNumber, charityNumber }: Numbers): RegisterNumber | null => {
  if (companyNumber !== null) return { scheme: 'GB-COH', number: companyNumber }
  return charityNumber === null ? null : { scheme: 'GB-CHC', number: charityNumber }
}
