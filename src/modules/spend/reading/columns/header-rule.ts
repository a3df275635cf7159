import type { Role } from '../model.ts'

/** `ignored` claims a column that would otherwise be mistaken for something else (a VAT registration number). */
export type HeaderRole = Role | 'ignored'

/**
 * One way of naming a column: all of `all` present, none of `none`, and, where `only` is set, nothing else.
 * The score says how surely such a header means that role (0 to 100).
 */
export type HeaderRule = {
  readonly role: HeaderRole
  readonly score: number
  readonly all: readonly string[]
  readonly none: readonly string[]
  readonly only: boolean
}

const rule = (role: HeaderRole, score: number, text: string): HeaderRule => {
  const words = text.split(' ')
  return {
    role,
    score,
    all: words.filter((word) => !word.startsWith('!') && word !== '='),
    none: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
    only: words.includes('='),
  }
}

/** Words joined by spaces must all be there; `!word` must not; `=` allows no further word. */
export const many = (role: HeaderRole, rules: readonly (readonly [number, string])[]): HeaderRule[] =>
  rules.map(([score, text]) => rule(role, score, text))

export const NOT_MONEY =
  '!number !id !code !date !name !category !type !description !band !reference !count !classification !registration !rate !label !level'
export const NOT_A_NAME =
  '!number !id !code !date !category !type !amount !total !postcode !address !registration !invoice !classification !group !contact !reference !vcse !spend !net !gross !description !size !local !status'
