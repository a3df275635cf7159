import type { Chances } from './model.ts'

/**
 * What we expect before any labelled pair is counted; fitting moves these by what it counts (`bench/match.ts --fit`).
 * The first figure of each line is m, the second u: shares among true pairs and among other pairs that blocking brings up.
 * Lines marked as not fitted rest on judgement, because the labelled pairs hold no or hardly any such evidence.
 */
const LINES = `
name:identical 0.8 0.002
name:inflected 0.006 0.0002
name:reordered 0.003 0.00008
name:reordered-two 0.0008 0.0002
name:slip-in-several 0.004 0.0003
name:slip-in-one 0.004 0.006
name:slip-and-part 0.004 0.08
name:initials 0.004 0.0001
name:register-adds-weak 0.015 0.0015
name:register-adds-weak-before 0.003 0.001
name:register-adds-place 0.004 0.01
name:register-adds-place-before 0.001 0.006
name:register-adds-general 0.012 0.01
name:register-adds-general-before 0.002 0.01
name:register-adds-phrase 0.003 0.002
name:register-adds-telling 0.012 0.06
name:register-adds-telling-before 0.003 0.04
name:payee-adds-weak 0.004 0.0015
name:payee-adds-weak-before 0.001 0.001
name:payee-adds-place 0.008 0.003
name:payee-adds-place-before 0.002 0.004
name:payee-adds-general 0.012 0.008
name:payee-adds-general-before 0.002 0.004
name:payee-adds-telling 0.01 0.04
name:payee-adds-telling-before 0.004 0.04
name:both-add-general 0.004 0.03
name:both-add-less 0.008 0.08
name:little 0.02 0.55
name:none 0.02 0.05
rarity:full-common 0.1 0.15
rarity:full-rare 0.28 0.3
rarity:full-rarer 0.37 0.35
rarity:full-rarest 0.25 0.2
rarity:like-common 0.03 0.25
rarity:like-rare 0.12 0.35
rarity:like-rarer 0.35 0.27
rarity:like-rarest 0.5 0.13
legal-form:like-same 0.8 0.65
legal-form:like-neither 0.07 0.05
legal-form:like-payee-silent 0.09 0.22
legal-form:like-register-silent 0.015 0.02
legal-form:like-near 0.015 0.01
legal-form:like-differs 0.006 0.05
legal-form:like-foreign 0.006 0.01
postcode:like-unit 0.65 0.05
postcode:like-sector 0.06 0.02
postcode:like-district 0.04 0.02
postcode:like-area 0.06 0.09
postcode:like-elsewhere 0.19 0.82
postcode:like-unknown 1 1
sector:like-agrees 0.25 0.2
sector:like-silent 0.65 0.65
sector:like-disagrees 0.1 0.15
rarity:near-common 0.1 0.4
rarity:near-rare 0.35 0.42
rarity:near-rarer 0.3 0.14
rarity:near-rarest 0.25 0.04
rarity:part-common 0.1 0.45
rarity:part-rare 0.3 0.36
rarity:part-rarer 0.3 0.13
rarity:part-rarest 0.3 0.06
legal-form:part-same 0.3 0.5
legal-form:part-neither 0.15 0.04
legal-form:part-payee-silent 0.5 0.35
legal-form:part-register-silent 0.02 0.04
legal-form:part-near 0.02 0.02
legal-form:part-differs 0.012 0.05
legal-form:part-foreign 0.006 0.01
postcode:part-unit 0.5 0.15
postcode:part-sector 0.05 0.02
postcode:part-district 0.05 0.02
postcode:part-area 0.05 0.05
postcode:part-elsewhere 0.35 0.76
postcode:part-unknown 1 1
sector:part-agrees 0.25 0.2
sector:part-silent 0.65 0.65
sector:part-disagrees 0.1 0.15
rarity:far-common 0.1 0.5
rarity:far-rare 0.3 0.35
rarity:far-rarer 0.3 0.1
rarity:far-rarest 0.3 0.05
rarity:beside-common 0.1 0.4
rarity:beside-rare 0.3 0.35
rarity:beside-rarer 0.35 0.15
rarity:beside-rarest 0.25 0.1
legal-form:full-same 0.8 0.68
legal-form:full-neither 0.07 0.05
legal-form:full-payee-silent 0.09 0.2
legal-form:full-register-silent 0.02 0.025
legal-form:full-near 0.015 0.015
legal-form:full-differs 0.008 0.04
legal-form:full-foreign 0.006 0.01
legal-form:near-same 0.55 0.6
legal-form:near-neither 0.1 0.05
legal-form:near-payee-silent 0.3 0.2
legal-form:near-register-silent 0.02 0.03
legal-form:near-near 0.02 0.02
legal-form:near-differs 0.012 0.1
legal-form:near-foreign 0.006 0.01
legal-form:far-same 0.5 0.5
legal-form:far-neither 0.1 0.04
legal-form:far-payee-silent 0.35 0.35
legal-form:far-register-silent 0.02 0.04
legal-form:far-near 0.02 0.02
legal-form:far-differs 0.012 0.05
legal-form:far-foreign 0.006 0.01
legal-form:beside-same 0.2 0.2
legal-form:beside-neither 0.1 0.05
legal-form:beside-payee-silent 0.6 0.65
legal-form:beside-register-silent 0.02 0.02
legal-form:beside-near 0.02 0.02
legal-form:beside-differs 0.06 0.06
legal-form:beside-foreign 0.006 0.01
postcode:full-unit 0.7 0.3
postcode:full-sector 0.06 0.03
postcode:full-district 0.03 0.03
postcode:full-area 0.06 0.14
postcode:full-elsewhere 0.15 0.5
postcode:full-unknown 1 1
postcode:near-unit 0.6 0.42
postcode:near-sector 0.05 0.03
postcode:near-district 0.05 0.03
postcode:near-area 0.05 0.05
postcode:near-elsewhere 0.25 0.47
postcode:near-unknown 1 1
postcode:far-unit 0.5 0.01
postcode:far-sector 0.05 0.005
postcode:far-district 0.05 0.005
postcode:far-area 0.05 0.03
postcode:far-elsewhere 0.35 0.95
postcode:far-unknown 1 1
postcode:beside-unit 0.5 0.05
postcode:beside-sector 0.05 0.01
postcode:beside-district 0.05 0.01
postcode:beside-area 0.05 0.04
postcode:beside-elsewhere 0.35 0.89
postcode:beside-unknown 1 1
sector:near-agrees 0.25 0.2
sector:near-silent 0.65 0.65
sector:near-disagrees 0.1 0.15
sector:far-agrees 0.25 0.2
sector:far-silent 0.65 0.65
sector:far-disagrees 0.1 0.15
sector:beside-agrees 0.25 0.2
sector:beside-silent 0.65 0.65
sector:beside-disagrees 0.1 0.15
reading:main 0.97 0.95
reading:head 0.01 0.02
reading:outer 0.012 0.02
register-name:current 0.96 0.97
register-name:other 0.04 0.03
register:home 0.965 0.9
register:scotland 0.02 0.05
register:northern-ireland 0.01 0.02
bearers:near-alone 0.5 0.4
bearers:near-few 0.3 0.3
bearers:near-many 0.2 0.3
bearers:part-alone 0.5 0.4
bearers:part-few 0.3 0.3
bearers:part-many 0.2 0.3
bearers:far-alone 0.5 0.4
bearers:far-few 0.3 0.3
bearers:far-many 0.2 0.3
charity:exempt 0.5 0.1
charity:limited 0.48 0.8
charity:other 0.02 0.1
place:agrees 0.05 0.015
place:silent 0.93 0.95
place:disagrees 0.02 0.035
`

/** Not fitted: the labelled register has neither a status nor numbers of the payees' own, and few of the rest. */
const UNFITTED_LINES = `
status:live 0.93 0.6
status:ended 0.07 0.4
status:unknown 1 1
reading:part 0.005 0.03
reading:beside-whole 0.005 0.01
reading:beside-former 0.01 0.06
reading:beside-owner 0.005 0.02
reading:beside-inner 0.002 0.04
reading:beside-trading 0.001 0.06
reading:beside-part 0.001 0.04
reading:beside-head 0.001 0.04
reading:beside-behalf 0.001 0.04
reading:beside-legal 0.001 0.03
reading:beside-outer 0.001 0.03
sector:full-agrees 0.22 0.18
sector:full-silent 0.68 0.68
sector:full-disagrees 0.1 0.14
register:overseas 0.001 0.03
number:agrees 0.95 0.000001
number:disagrees 0.02 0.9
rival:bears-the-name 0.01 0.35
ledger:same-number 0.3 0.00005
ledger:same-name 0.1 0.00005
ledger:within-name 0.05 0.00005
`

/** Reads lines of what was seen, its m and its u. */
export const readChances = (lines: string): Readonly<Record<string, Chances>> =>
  Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [seen = '', m, u] = line.split(' ')
        return [seen, { m: Number(m), u: Number(u) }]
      }),
  )

export const PRIOR_CHANCES = readChances(LINES)
export const UNFITTED_CHANCES = readChances(UNFITTED_LINES)
