import type { Invitee } from '../../model/survey.ts'

export type AddressLines = {
  readonly addresses: ReadonlyMap<string, string>
  /** Lines that name nobody who is invited, or have no address, as they were typed. */
  readonly faults: readonly string[]
}

const keyOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')

/** The list of addresses as a person reads and changes it: `Thornwick Care Limited; office@thornwick.example`. */
export const addressLines = (invitees: readonly Pick<Invitee, 'name' | 'email'>[]): string =>
  invitees.map(({ name, email }) => `${name}; ${email ?? ''}`).join('\n')

/**
 * Reads the list back: one supplier a line, the address after the last semicolon, comma or tab. A line without an
 * address takes the address away.
 */
export const readAddressLines = (
  text: string,
  invitees: readonly Pick<Invitee, 'id' | 'name'>[],
  readEmail: (text: string) => string | undefined,
): AddressLines => {
  const byName = new Map(invitees.map(({ id, name }) => [keyOf(name), id]))
  const addresses = new Map<string, string>()
  const faults: string[] = []
  for (const line of text.slice(0, 400_000).split(/\r?\n/)) {
    if (line.trim() === '') continue
    const [, name = '', address = ''] = /^(.*)[;,\t]([^;,\t]*)$/.exec(line) ?? []
    const id = byName.get(keyOf(name))
    if (id === undefined) faults.push(line.slice(0, 200))
    else if (address.trim() !== '') {
      const email = readEmail(address)
      if (email) addresses.set(id, email)
      else faults.push(line.slice(0, 200))
    }
  }
  return { addresses, faults }
}
