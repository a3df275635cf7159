/**
 * Postcodes for made-up firms elsewhere in the United Kingdom and in the Crown dependencies: a real district, so that
 * they lie somewhere, with a unit that no address has (OS Code-Point Open, November 2025; the dependencies have no
 * sector 0 in use).
 */
const UNITS = ['0ZZ', '0ZY', '0ZX', '0YZ'] as const

const DISTRICTS =
  'LS1 M3 B3 BS1 EC2A SE1 EH3 CF10 G2 NE1 S1 L2 RG1 MK9 SO15 NR1 PE1 CB2 OX2 LE1 DE1 ST4 WV1 CV1 GL1 EX1 PL1 SN1 HP1 AL1 WD6 SL1 GU1 BN1 TN1 CM2 IP1 HU1 YO1 DL1 SR1 TS1 BD1 WF1 DN1 LN1 PR1 BL1 OL1 SK1 SY1 TF1 WR1 NG1 W1T E14 N1 AB10'.split(
    ' ',
  )
const CROWN_DISTRICTS = ['IM2', 'JE3', 'GY2', 'IM4'] as const

/** The postcode of a far firm, by its number; no two of the first 230 are the same. */
export const farPostcode = (number: number): string =>
  `${DISTRICTS[number % DISTRICTS.length]} ${UNITS[Math.floor(number / DISTRICTS.length) % UNITS.length]}`

export const crownPostcode = (number: number): string =>
  `${CROWN_DISTRICTS[number % CROWN_DISTRICTS.length]} 0ZZ`
