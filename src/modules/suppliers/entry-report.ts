import type { RegisterEntry } from './model.ts'
import { deriveSector } from './rules/derive-sector.ts'
import { deriveSupplierKind, KIND_SOURCES, SIZE_SOURCES } from './rules/derive-supplier-kind.ts'

/** An entry with its sector, and with the reason and source of what is said of its kind and size. */
export const entryReport = (entry: RegisterEntry) => {
  const { nameKey: _, kind, size, ...facts } = entry
  const finding = deriveSupplierKind(entry)
  return {
    ...facts,
    kind: {
      is: kind,
      certainty: finding.kindCertainty,
      reason: finding.kindReason,
      source: KIND_SOURCES[finding.kindReason],
    },
    size: {
      is: size,
      certainty: finding.sizeCertainty,
      reason: finding.sizeReason,
      source: SIZE_SOURCES[finding.sizeReason],
    },
    sector: deriveSector(entry.sicCodes) ?? null,
  }
}

export type EntryReport = ReturnType<typeof entryReport>
