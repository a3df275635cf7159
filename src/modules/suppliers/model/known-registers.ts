import type { RegisterKind, Scheme } from '../model.ts'

export type KnownRegister = {
  readonly name: string
  readonly source: string
  readonly licence: string
  readonly scheme: Scheme
}

/** What the registers call themselves, who publishes them and on what terms. */
export const KNOWN_REGISTERS: Readonly<Record<RegisterKind, KnownRegister>> = {
  'companies-house': {
    name: 'Companies House',
    source: 'Companies House, Free Company Data Product',
    licence: 'Free re-use; Companies House asks for no licence',
    scheme: 'GB-COH',
  },
  'charity-commission': {
    name: 'Charity Commission',
    source: 'Charity Commission for England and Wales, public register extract',
    licence: 'Open Government Licence v3.0',
    scheme: 'GB-CHC',
  },
  mutuals: {
    name: 'Mutuals Public Register',
    source: 'Financial Conduct Authority, Mutuals Public Register',
    licence: 'Open Government Licence v3.0',
    scheme: 'GB-MPR',
  },
  plain: { name: '', source: '', licence: '', scheme: 'GB-COH' },
}
