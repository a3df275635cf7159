/** A short name of one state of a text. Two that read the same have the same. */
export type Mark = string
/** What something says, part by part: `{ title: 'Warm homes', targets: '2025/26: 41' }`. */
export type Parts = Readonly<Record<string, string>>
export type Marks = Readonly<Record<string, Mark>>

/** A text in which only what a reader would see makes a difference; browsers send other line ends than programs. */
export const plainText = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim()

export type ChangedBy = 'nobody' | 'me' | 'others' | 'both'

/**
 * Who has changed something since it was `known`, by what it was then, what is there now and what somebody writes.
 * Only where both have is there something to choose.
 */
export const whoChanged = (known: Mark | undefined, there: Mark, mine: Mark): ChangedBy => {
  if (there === mine) return 'nobody'
  if (there === known) return 'me'
  return mine === known ? 'others' : 'both'
}
