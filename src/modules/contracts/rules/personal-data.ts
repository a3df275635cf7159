export const PERSONAL_KINDS = ['email', 'phone', 'national-insurance', 'postcode', 'birth', 'person'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

const SIGNS: Readonly<Record<PersonalKind, RegExp>> = {
  email: /[\w.+-]+@[\w-]+\.\w/,
  phone: /(?:\+44|\b0)[\s()-]*(?:\d[\s()-]*){9,10}\b/,
  'national-insurance': /\b[A-CEGHJ-PR-TW-Z]{2}\s?(?:\d{2}\s?){3}[A-D]\b/i,
  // A whole postcode is some fifteen homes; its first half is a district and harmless.
  postcode: /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/i,
  birth: /\b(?:born|birth|d\.?o\.?b\.?)\b[^.]{0,20}\d/i,
  person: /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s+[A-Z]\p{L}+/u,
}

/**
 * What in a text looks as if a person could be known by it. Signs, not proof: a name without a title is not seen, and
 * so the form asks people to look themselves.
 */
export const personalData = (text: string): PersonalKind[] =>
  PERSONAL_KINDS.filter((kind) => SIGNS[kind].test(text))
