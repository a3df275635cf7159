import { z } from 'zod'
import { optionalText } from '../../platform/http/fields.ts'

/** What an authority says of itself before it publishes; the sentences tell what to do. */
export const publisherSettings = z.object({
  ocidPrefix: z
    .string({ error: 'Enter your ocid prefix, as ocds-abc123' })
    .trim()
    .regex(
      /^ocds-[a-z0-9]{6}$/,
      'Enter your ocid prefix as it was registered: ocds- and six letters or digits',
    ),
  orgId: z
    .string({ error: 'Enter your identifier, as GB-LAE-ABC' })
    .trim()
    .regex(
      /^[A-Z]{2}-[A-Z0-9]+-[A-Za-z0-9._-]{1,60}$/,
      'Enter your identifier as org-id.guide has it, for example GB-LAE-ABC',
    ),
  grantsPrefix: z
    .string()
    .trim()
    .regex(/^(360G-[A-Za-z0-9_-]{1,40})?$/, 'Enter your 360Giving prefix as 360G-abc, or leave it empty')
    .transform((text) => (text === '' ? null : text))
    .default(null),
  contact: optionalText('a contact', 200),
})
