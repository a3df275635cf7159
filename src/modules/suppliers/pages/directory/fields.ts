import { z } from 'zod'
import { normaliseEmail } from '#identity'
import { parsePostcode } from '#places'
import { readCharityNumber, readCompanyNumber } from '../../matching/identifiers.ts'
import { type EntryContent, LENGTHS } from '../../model/directory.ts'
import type { Scheme } from '../../model.ts'
import { isCategory } from '../../rules/directory/categories.ts'

/** Control characters but line ends, and marks that turn the writing direction: nobody types them. */
const HIDDEN = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u

const text = (what: string, most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length <= most, `${what} must be ${most} characters or fewer`)
    .refine((typed) => !HIDDEN.test(typed), `${what} has hidden characters: type it instead of pasting it`)

const needed = (what: string, most: number, sentence: string) =>
  text(what, most).refine((typed) => typed !== '', sentence)

const emailText = text('E-mail address', 254).transform((typed, check) => {
  if (typed === '') return ''
  const email = normaliseEmail(typed)
  if (email) return email
  check.addIssue('Enter an e-mail address in the correct format, like name@example.org')
  return z.NEVER
})

const postcodeText = text('Postcode', 10).transform((typed, check) => {
  const found = parsePostcode(typed)
  if (found) return found.postcode
  check.addIssue('Enter a full postcode, like NN31 1AA')
  return z.NEVER
})

/** Addresses of web pages only: `javascript:` and its like are no web pages. */
const websiteText = text('Website', LENGTHS.website).transform((typed, check) => {
  if (typed === '') return ''
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.hostname.includes('.'))
    return url.href
  check.addIssue('Enter the address of a website, like https://www.example.org')
  return z.NEVER
})

const categories = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((ticked) => [...new Set([ticked].flat().filter(isCategory))])

/** What a keeper writes. A draft may have gaps; what goes to a moderator may not. */
const draftShape = {
  name: needed('Name', LENGTHS.name, 'Enter the name under which you trade'),
  kind: z.enum(['business', 'vcse'], { error: 'Choose what kind of supplier you are' }),
  supplies: text('What you supply', LENGTHS.supplies),
  categories,
  postcode: postcodeText,
  address: text('Address', LENGTHS.address),
  town: text('Town', LENGTHS.town),
  covers: text('Where you work', LENGTHS.covers),
  capacity: text('Capacity', LENGTHS.capacity),
  accreditations: text('Accreditations', LENGTHS.accreditations),
  socialPurpose: text('Social purpose', LENGTHS.socialPurpose),
  website: websiteText,
  contactName: text('Name of the contact', LENGTHS.contactName),
  contactEmail: emailText,
  contactPhone: text('Telephone', LENGTHS.contactPhone).refine(
    (typed) => /^[+\d ()-]*$/.test(typed),
    'Enter a telephone number with digits and spaces only',
  ),
  showsContact: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'yes'),
}

export const DraftForm = z.object(draftShape)

export const ProposalForm = z.object(draftShape).superRefine((content, check) => {
  const issue = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
  if (content.supplies === '') issue('supplies', 'Enter what you supply')
  if (content.categories.length === 0) issue('categories', 'Choose at least one category')
  if (content.categories.length > 10) issue('categories', 'Choose ten categories at most')
  if (content.showsContact && content.contactEmail === '' && content.contactPhone === '')
    issue('contactEmail', 'Enter an e-mail address or a telephone number to show, or do not show a contact')
})

export const emptyContent = (name: string): EntryContent => ({
  name,
  kind: 'business',
  supplies: '',
  categories: [],
  postcode: '',
  address: '',
  town: '',
  covers: '',
  capacity: '',
  accreditations: '',
  socialPurpose: '',
  website: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  showsContact: false,
})

const charityScheme = (number: string): Scheme =>
  number.startsWith('SC') ? 'GB-SC' : number.startsWith('NIC') ? 'GB-NIC' : 'GB-CHC'

type Numbered = { readonly scheme: Scheme; readonly number: string }

const readNumber = (kind: string, typed: string): Numbered | null => {
  if (kind === 'company') {
    const company = readCompanyNumber(typed)
    return company ? { scheme: 'GB-COH', number: company.number } : null
  }
  const charity = readCharityNumber(typed)
  return charity ? { scheme: charityScheme(charity.number), number: charity.number } : null
}

export const ClaimForm = z
  .object({
    name: needed('Name', LENGTHS.name, 'Enter the name of the supplier'),
    numberKind: z.enum(['company', 'charity', 'none'], {
      error: 'Choose whether the supplier has a number',
    }),
    number: text('Number', 30),
    email: emailText.refine((email) => email !== '', 'Enter your e-mail address'),
  })
  .transform((form, check) => {
    const base = { name: form.name, email: form.email, postcode: null }
    if (form.numberKind === 'none') return { ...base, scheme: null, number: null }
    const found = readNumber(form.numberKind, form.number)
    if (found) return { ...base, ...found }
    check.addIssue({
      code: 'custom',
      path: ['number'],
      message: `Enter the ${form.numberKind} number as the register writes it`,
    })
    return z.NEVER
  })
