/**
 * The outcome of a rule: either a value, or a refusal code with the facts that explain it.
 * Rules return it as data; `messages.ts` of the module turns the code into a sentence (ADR 3).
 */
export type Decision<Value, Refusal extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly refusal: Refusal
      readonly facts?: Readonly<Record<string, string | number>>
    }

export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
})

export const refuse = <Refusal extends string>(
  refusal: Refusal,
  facts?: Readonly<Record<string, string | number>>,
): {
  readonly ok: false
  readonly refusal: Refusal
  readonly facts?: Readonly<Record<string, string | number>>
} => (facts === undefined ? { ok: false, refusal } : { ok: false, refusal, facts })
