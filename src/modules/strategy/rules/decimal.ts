import type { DecimalText } from '../model.ts'

const NUMBER = /^-?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.\d{1,6})?$/

/** Reads a figure as people write it, `1,250.5`; undefined where it is none. No exponent, no unit, no formula. */
export const readFigure = (text: string): DecimalText | undefined => {
  const trimmed = text.trim().replace(/^\u2212/, '-')
  if (!NUMBER.test(trimmed)) return undefined
  const [whole = '', fraction = ''] = trimmed.replaceAll(',', '').split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  const digits = whole.replace('-', '').replace(/^0+(?=\d)/, '')
  const kept = fraction.replace(/0+$/, '')
  const plain = kept === '' ? digits : `${digits}.${kept}`
  return plain === '0' ? '0' : `${sign}${plain}`
}
