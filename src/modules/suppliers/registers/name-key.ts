import { squash, tokeniseName } from '../matching/name-tokens.ts'

/**
 * The normalised core of a name: lower case, without legal form, punctuation, spaces and settled abbreviations.
 * Payees and register entries with the same core bear the same name. Empty where nothing is left.
 */
export const normalisePayeeName = (name: string): string => squash(tokeniseName(name).tokens)
