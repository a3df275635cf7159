import type { FinancialYear } from '../../../kernel/financial-year.ts'
import { slugOf } from '../../../kernel/slug.ts'

/** `2026-27`, as addresses have a financial year. */
export const yearWord = (year: FinancialYear): string => year.replace('/', '-')
export const budgetPath = (year: FinancialYear): string => `/budget?year=${yearWord(year)}`
export const departmentSlug = (name: string | null): string =>
  name === null ? 'none' : slugOf(name) || 'none'
export const departmentPath = (year: FinancialYear, name: string | null): string =>
  `/budget/${yearWord(year)}/departments/${departmentSlug(name)}`
export const signPath = (year: FinancialYear): string => `/budget/${yearWord(year)}/statement`
export const statementPath = (reference: string): string => `/statements/${reference}`
