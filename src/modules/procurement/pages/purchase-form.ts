import { z } from 'zod'
import { listPlaces, type PlacesTables, type PlaceWithParts } from '#places'
import type { Pence } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import type { Context } from '../../../platform/context.ts'
import { type FieldError, type FormResult, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { readPounds } from '../law/input/read-values.ts'
import { KIND_NAMES } from '../messages/purchase-words.ts'
import { PURCHASE_KINDS, type Purchase, type PurchaseDraft } from '../model/purchase.ts'
import { readTypedDay } from '../typed-day.ts'

const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
const optionalText = (max: number, what: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().replaceAll('\r\n', '\n'))
    .refine((text) => text.length <= max, `Enter ${what} of at most ${max} characters`)
    .refine((text) => !HIDDEN.test(text.replaceAll('\n', '')), `Enter ${what} without hidden characters`)

const MOST_PENCE: Pence = 100_000_000_000_00
const pounds = (what: string) =>
  z
    .string()
    .default('')
    .transform((text, check): Pence | null => {
      if (text.trim() === '') return null
      const read = readPounds(text)
      if (read.ok && Math.abs(read.value) <= MOST_PENCE) return read.value
      check.addIssue(`Enter ${what} in pounds, such as 250,000 or 1,499.99`)
      return z.NEVER
    })

const day = (what: string) =>
  z
    .string()
    .default('')
    .transform((text, check): PlainDate | null => {
      if (text.trim() === '') return null
      const read = readTypedDay(text)
      if (read !== undefined) return read
      check.addIssue(`Enter ${what} as a day that exists, such as 4/5/2027`)
      return z.NEVER
    })

export const DATE_FIELDS = [
  [
    'commencesOn',
    'Procurement commences',
    'The day of the first notice or invitation. It decides which law applies.',
  ],
  ['tenderOn', 'Tender notice', ''],
  ['tendersDueOn', 'Tenders due', ''],
  ['awardOn', 'Award notice', ''],
  ['contractOn', 'Contract entered into', ''],
  ['startsOn', 'Contract starts', ''],
  ['endsOn', 'Contract ends', 'Without extensions'],
  ['extendedEndsOn', 'End with every extension', ''],
  ['expiringOn', 'The contract it follows ends', ''],
] as const satisfies readonly (readonly [keyof PurchaseDraft, string, string])[]

const purchaseSchema = z.object({
  title: optionalText(200, 'a title').refine((text) => text !== '', 'Enter a title'),
  purpose: optionalText(2000, 'a purpose'),
  kind: z
    .string()
    .default('')
    .transform((text) => PURCHASE_KINDS.find((kind) => kind === text) ?? null),
  category: optionalText(120, 'a category'),
  department: optionalText(120, 'a department'),
  placeIds: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ids) => [ids].flat().filter(Boolean)),
  value: pounds('the value'),
  options: pounds('the options'),
  extensions: pounds('the extensions'),
  vatRate: z
    .string()
    .default('')
    .transform((text) => (/^\d{1,2}$/.test(text) ? Number(text) : null)),
  commencesOn: day('when the procurement commences'),
  tenderOn: day('the tender notice'),
  tendersDueOn: day('when tenders are due'),
  awardOn: day('the award notice'),
  contractOn: day('when the contract is entered into'),
  startsOn: day('the start'),
  endsOn: day('the end'),
  extendedEndsOn: day('the end with extensions'),
  expiringContract: optionalText(200, 'the contract it follows'),
  expiringOn: day('when that contract ends'),
  owner: optionalText(120, 'an owner'),
  isPublic: z
    .string()
    .default('')
    .transform((text) => text === 'yes'),
})

export const readPurchaseForm = (form: PageRequest['form']): FormResult<PurchaseDraft> => {
  const read = readForm(purchaseSchema, form)
  if (!read.ok) return read
  const { value, options, extensions, ...rest } = read.value
  return {
    ok: true,
    value: { ...rest, valuePence: value, optionsPence: options ?? 0, extensionsPence: extensions ?? 0 },
  }
}

const poundsText = (pence: Pence | null): string =>
  pence === null
    ? ''
    : `${Math.trunc(pence / 100)}${pence % 100 ? `.${String(pence % 100).padStart(2, '0')}` : ''}`

/** What the fields hold when the form is opened for a purchase. */
export const fieldsOfPurchase = (purchase: Purchase): Record<string, string | string[]> => ({
  title: purchase.title,
  purpose: purchase.purpose,
  kind: purchase.kind ?? '',
  category: purchase.category,
  department: purchase.department,
  placeIds: [...purchase.placeIds],
  value: poundsText(purchase.valuePence),
  options: purchase.optionsPence === 0 ? '' : poundsText(purchase.optionsPence),
  extensions: purchase.extensionsPence === 0 ? '' : poundsText(purchase.extensionsPence),
  vatRate: purchase.vatRate === null ? '' : String(purchase.vatRate),
  ...Object.fromEntries(DATE_FIELDS.map(([name]) => [name, purchase[name] ?? ''])),
  expiringContract: purchase.expiringContract,
  owner: purchase.owner,
  isPublic: purchase.isPublic ? 'yes' : '',
})

type Item = { readonly value: string; readonly text: string }
export type PurchaseFormView = {
  readonly text: (field: string) => string
  readonly chosenPlaces: readonly string[]
  readonly errors: readonly FieldError[]
  readonly places: readonly Item[]
  readonly kinds: readonly Item[]
}

export const buildPurchaseForm = async (
  ctx: Context,
  fields: PageRequest['form'],
  errors: readonly FieldError[],
): Promise<PurchaseFormView> => {
  const places = await inReading<PlacesTables, PlaceWithParts[]>(ctx, (db) => listPlaces(db, ctx.authorityId))
  return {
    text: (field) => typed(fields, field),
    chosenPlaces: [fields.placeIds ?? []].flat(),
    errors,
    places: places.map((place) => ({ value: place.id, text: place.name })),
    kinds: [
      { value: '', text: 'Not known yet' },
      ...PURCHASE_KINDS.map((kind) => ({ value: kind, text: KIND_NAMES[kind] })),
    ],
  }
}
