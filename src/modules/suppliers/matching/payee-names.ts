import { compareNames, leftOverKind } from './compare-names.ts'
import { withoutLedgerNoise } from './ledger-noise.ts'
import { readPayeeName } from './name-forms.ts'
import { bareSquash, squash, tokeniseName } from './name-tokens.ts'

/** The key that spellings of one name share, whether or not they give the legal form; empty where nothing is left. */
export const supplierNameKey = (name: string): string => squash(tokeniseName(withoutLedgerNoise(name)).tokens)

/** As `supplierNameKey`, without words of structure and country: "Thornwick Group Holdings UK" and "Thornwick Ltd" share it. */
export const groupNameKey = (name: string): string =>
  bareSquash(tokeniseName(withoutLedgerNoise(name)).tokens)

/**
 * Whether a number in the ledger may belong to the entry that bears it: some reading of the payee's name and some name of
 * the entry share a word that tells bodies apart, or all the words of one. Where not, a person has to look.
 */
export const nameFitsEntry = (payeeName: string, entryNames: readonly string[]): boolean =>
  readPayeeName(payeeName).some((form) =>
    entryNames.some((name) => {
      const seen = compareNames(form.tokens, tokeniseName(name).tokens, () => 1)
      if (seen.links.length === 0) return false
      return (
        seen.identical ||
        seen.missing.length === 0 ||
        seen.extra.length === 0 ||
        leftOverKind(seen.links.map(({ register }) => register)) === 'telling'
      )
    }),
  )
