import { h } from 'preact'
import { z } from 'zod'
import { actingAuthority, getOrganisation, type IdentityTables, NAME_LENGTH } from '#identity'
import type { Reader } from '../../../platform/database.ts'
import { type Answer, page, redirect } from '../../../platform/http/answer.ts'
import {
  listOf,
  optionalText,
  readDayFields,
  textField,
  typedDay,
  typedOfDay,
} from '../../../platform/http/fields.ts'
import { type FieldError, readForm, typed } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { changeProfile } from '../actions/profile.ts'
import { DECLARATIONS, type Declaration, type Profile } from '../model.ts'
import { readWorkspace } from '../read-workspace.ts'
import { findProfile } from '../store/profiles.ts'
import type { BidsTables } from '../tables.ts'
import { ProfileView, type TypedProfile } from './profile.view.tsx'

const SCHEMES = [
  [
    'companyNumber',
    'GB-COH',
    /^(?:\d{8}|[A-Z]{2}\d{6})$/,
    'Enter a company number of 8 characters, like 01234567 or SC123456',
  ],
  ['charityNumber', 'GB-CHC', /^\d{6,7}$/, 'Enter a charity number of 6 or 7 digits'],
] as const

const ProfileForm = z.object({
  name: textField('the name of the organisation', NAME_LENGTH.organisation),
  address: optionalText('an address', 500),
  postcode: optionalText('a postcode', 10),
  contactName: optionalText('a name', 120),
  contactEmail: optionalText('an e-mail address', 254),
  contactPhone: optionalText('a telephone number', 40),
  accounts: optionalText('something about your accounts', 2000),
  insurance: optionalText('something about your insurance', 2000),
  policies: optionalText('something about your policies', 2000),
})
const TEXTS = Object.keys(ProfileForm.shape) as (keyof z.output<typeof ProfileForm>)[]

const readNumber = (form: PageRequest['form']): { orgId: string | null; errors: FieldError[] } => {
  for (const [field, scheme, pattern, message] of SCHEMES) {
    const number = typed(form, field).trim().toUpperCase()
    if (number === '') continue
    if (!pattern.test(number)) return { orgId: null, errors: [{ field, message }] }
    return { orgId: `${scheme}-${number}`, errors: [] }
  }
  return { orgId: null, errors: [] }
}

const typedOfForm = (form: PageRequest['form']): TypedProfile => ({
  texts: Object.fromEntries(TEXTS.map((name) => [name, typed(form, name)])),
  companyNumber: typed(form, 'companyNumber'),
  charityNumber: typed(form, 'charityNumber'),
  traits: listOf(form, 'traits'),
  declared: listOf(form, 'declared'),
  declaredOn: typedDay(form, 'declaredOn'),
})

const typedOfProfile = (profile: Profile | undefined, name: string, orgId: string | null): TypedProfile => ({
  texts: {
    ...Object.fromEntries(TEXTS.map((field) => [field, profile?.[field] ?? ''])),
    name: profile?.name ?? name,
  },
  companyNumber: orgId?.startsWith('GB-COH-') ? orgId.slice(7) : '',
  charityNumber: orgId?.startsWith('GB-CHC-') ? orgId.slice(7) : '',
  traits: [...(profile?.isSmall ? ['small'] : []), ...(profile?.isSocialEnterprise ? ['social'] : [])],
  declared: profile?.declared ?? [],
  declaredOn: typedOfDay(profile?.declaredOn ?? null),
})

const show = async (
  { ctx, query }: PageRequest,
  entered: TypedProfile | null,
  errors: readonly FieldError[],
) => {
  const supplierId = actingAuthority(ctx)
  const workspace = await readWorkspace(ctx)
  const { profile, organisation } = await inReading(ctx, async (db: Reader<BidsTables & IdentityTables>) => ({
    profile: await findProfile(db as unknown as Reader<BidsTables>, supplierId),
    organisation: await getOrganisation(db as unknown as Reader<IdentityTables>, supplierId),
  }))
  const fields = entered ?? typedOfProfile(profile, organisation.name, organisation.orgId)
  return page('Your organisation', h(ProfileView, { fields, workspace, errors }), {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: { href: '/workspace', text: 'Your bids' },
    notice:
      errors.length === 0 && query.done === 'saved'
        ? { kind: 'success', text: 'Saved. It goes with every bid you submit from now on.' }
        : undefined,
  })
}

export const get = (request: PageRequest): Promise<Answer> => show(request, null, [])

export const post = async (request: PageRequest): Promise<Answer> => {
  const { ctx, form } = request
  const read = readForm(ProfileForm, form)
  const number = readNumber(form)
  const declared = listOf(form, 'declared').filter((name): name is Declaration => name in DECLARATIONS)
  const day = readDayFields(form, 'declaredOn', 'the day of the declaration', declared.length > 0)
  const errors = [...(read.ok ? [] : read.errors), ...number.errors, ...(day.ok ? [] : day.errors)]
  if (!read.ok || !day.ok || errors.length > 0) return show(request, typedOfForm(form), errors)
  const traits = listOf(form, 'traits')
  await changeProfile(ctx, {
    ...read.value,
    orgId: number.orgId,
    isSmall: traits.includes('small'),
    isSocialEnterprise: traits.includes('social'),
    declared,
    declaredOn: day.value,
  })
  return redirect('/workspace/profile?done=saved')
}
