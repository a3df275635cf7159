/** One line of a list of people to invite: `Green Hands CIC, hello@greenhands.example` or `Green Hands CIC <hello@…>`. */
export type Invitee = {
  readonly supplierName: string
  readonly email: string
  /** The entry of the directory they were chosen by; absent where the address was typed. */
  readonly entryId?: string
}
export type ReadInvitees = {
  readonly invitees: readonly Invitee[]
  /** Lines that hold no name and address, as they were typed. */
  readonly unread: readonly string[]
}

const LINE = /^(.{1,120}?)[\s,;<]+([^\s,;<>@]{1,64}@[^\s,;<>@]{1,180}\.[a-z]{2,24})>?$/i

/** Reads a list with one invitee a line; the same address twice is one invitation. */
export const readInvitees = (text: string): ReadInvitees => {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const invitees = new Map<string, Invitee>()
  const unread: string[] = []
  for (const line of lines) {
    const match = LINE.exec(line)
    const [supplierName, email] = [match?.[1]?.trim() ?? '', match?.[2]?.toLowerCase() ?? '']
    if (supplierName === '' || email === '') unread.push(line)
    else if (!invitees.has(email)) invitees.set(email, { supplierName, email })
  }
  return { invitees: [...invitees.values()], unread }
}
