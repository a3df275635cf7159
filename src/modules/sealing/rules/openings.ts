import type { PersonId } from '#identity'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import {
  type HoldersRefusal,
  type Opening,
  type OpeningRefusal,
  PASSPHRASE_LENGTH,
  type PassphraseRefusal,
  SHARES,
} from '../model.ts'

export const decidePassphrase = (passphrase: string, again: string): Decision<string, PassphraseRefusal> => {
  if (passphrase.length < PASSPHRASE_LENGTH.min) return refuse('passphrase-too-short')
  if (passphrase.length > PASSPHRASE_LENGTH.max) return refuse('passphrase-too-long')
  return passphrase === again ? accept(passphrase) : refuse('passphrases-differ')
}

/** Three different people, each with a key of their own. */
export const decideHolders = <Key extends { readonly personId: PersonId }>(
  chosen: readonly PersonId[],
  keys: readonly Key[],
): Decision<readonly Key[], HoldersRefusal> => {
  if (new Set(chosen).size !== SHARES.made) return refuse('holders-not-three')
  const found = chosen.flatMap((personId) => keys.find((key) => key.personId === personId) ?? [])
  return found.length === SHARES.made ? accept(found) : refuse('holder-without-key')
}

/** Whether somebody may complete what another officer has begun. */
export const decideCompletion = <Begun extends Opening & { readonly handedShare: Uint8Array | null }>(
  opening: Begun | undefined,
  personId: PersonId,
  now: Date,
): Decision<{ readonly opening: Begun; readonly handed: Uint8Array }, OpeningRefusal> => {
  if (!opening?.handedShare) return refuse('nobody-began')
  if (opening.begunBy === personId) return refuse('same-officer')
  if (opening.expiresAt <= now) return refuse('opening-ran-out')
  return accept({ opening, handed: opening.handedShare })
}
