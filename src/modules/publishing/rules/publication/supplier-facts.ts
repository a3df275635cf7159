/** What a register tells of a supplier, as `deriveSupplierKind` of `#suppliers` says it. */
export type Registered = {
  readonly kind: string
  readonly kindCertainty: 'stated' | 'indicated'
  readonly size: string | null
  readonly sizeCertainty: 'stated' | 'indicated'
}
type YesNo = { readonly isSme: boolean | null; readonly isVcse: boolean | null }

const yesNo = (isIt: boolean, isStated: boolean): boolean | null => (isStated ? isIt : null)

/**
 * Whether a supplier is a small or medium-sized enterprise, and whether a voluntary or community body: what the council says
 * first, then what a register states. What a register only makes likely (full accounts may be a small firm's choice) is left
 * open, for the Code's columns have no word for likely.
 */
export const supplierFacts = (said: YesNo, registered: Registered | undefined): YesNo => {
  if (!registered) return said
  const { kind, kindCertainty, size, sizeCertainty } = registered
  const isKnown = kind !== 'unknown' && kindCertainty === 'stated'
  return {
    isSme:
      said.isSme ??
      (kind === 'public' && isKnown
        ? false
        : size === null
          ? null
          : yesNo(size !== 'large', sizeCertainty === 'stated')),
    isVcse: said.isVcse ?? yesNo(kind === 'vcse', isKnown),
  }
}
