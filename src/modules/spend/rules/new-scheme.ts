import type { CategoryScheme } from './categorise.ts'

export type NewScheme =
  | { readonly ok: true; readonly slug: string; readonly scheme: CategoryScheme }
  | { readonly ok: false; readonly field: string; readonly message: string }

const MOST_ENTRIES = 2000

/** A scheme from its name and lines of `code, name`; a line without a comma is a name that is its own code. */
export const readNewScheme = (name: string, lines: string): NewScheme => {
  const clean = name.trim()
  const slug = clean
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (slug === '' || clean.length > 100)
    return { ok: false, field: 'name', message: 'Give the scheme a name of at most 100 characters.' }
  const entries = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const comma = line.indexOf(',')
      return comma < 0
        ? { code: line.slice(0, 60), name: line.slice(0, 200) }
        : {
            code: line.slice(0, comma).trim().slice(0, 60),
            name: line
              .slice(comma + 1)
              .trim()
              .slice(0, 200),
          }
    })
  if (entries.length === 0)
    return { ok: false, field: 'entries', message: 'Give at least one category, each on a line of its own.' }
  if (entries.length > MOST_ENTRIES)
    return {
      ok: false,
      field: 'entries',
      message: `These are ${entries.length} categories; at most 2,000 are kept.`,
    }
  const codes = entries.map((entry) => entry.code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined)
    return { ok: false, field: 'entries', message: `The code “${twice}” stands twice.` }
  if (entries.some((entry) => entry.code === '' || entry.name === ''))
    return { ok: false, field: 'entries', message: 'Each line needs a code and a name: 01, Care of adults.' }
  return {
    ok: true,
    slug,
    scheme: { name: clean, source: 'Made by your organisation.', entries, rules: [], choices: {} },
  }
}
