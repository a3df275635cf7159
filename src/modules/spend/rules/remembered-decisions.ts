/** What a person said of a payee: the register entry, or null where none fits. */
export type Decided = { readonly scheme: string; readonly number: string } | null

export type Decision = {
  readonly payeeKey: string
  readonly nameKey: string
  readonly decided: Decided
}

export type RememberedDecisions = {
  readonly ofPayee: (payeeKey: string) => Decided | undefined
  readonly ofName: (nameKey: string) => Decided | undefined
}

const same = (one: Decided, other: Decided): boolean =>
  one?.scheme === other?.scheme && one?.number === other?.number

/**
 * A decision holds for the payee it was taken about. It holds for other payees of the same name too, in files to come,
 * as long as people have not said different things of that name.
 */
export const rememberedDecisions = (decisions: readonly Decision[]): RememberedDecisions => {
  const byPayee = new Map(decisions.map(({ payeeKey, decided }) => [payeeKey, decided]))
  const byName = new Map<string, Decided | undefined>()
  for (const { nameKey, decided } of decisions) {
    const before = byName.get(nameKey)
    const agrees = !byName.has(nameKey) || (before !== undefined && same(before, decided))
    byName.set(nameKey, agrees ? decided : undefined)
  }
  return { ofPayee: (key) => byPayee.get(key), ofName: (key) => byName.get(key) }
}
