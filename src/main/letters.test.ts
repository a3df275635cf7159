import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  reminderNote as bidReminderNote,
  documentsEndNote,
  newsNote,
  receiptLetter,
} from '../modules/bids/letters.ts'
import {
  awardLetter,
  reminderNote,
  invitationLetter as reportingLetter,
} from '../modules/contracts/letters.ts'
import { outcomeNote } from '../modules/evaluation/messages.ts'
import { invitationLetter, registrationLetter, resetLetter } from '../modules/identity/letters.ts'
import { digestLetter, noteLetter } from '../modules/identity/note-letters.ts'
import { engagementLetter, retestNote } from '../modules/procurement/letters.ts'
import { surveyLetter } from '../modules/spend/survey-letters.ts'
import { codeLetter, decisionLetter } from '../modules/suppliers/directory-letters.ts'
import {
  confirmLettersLetter,
  confirmQuestionLetter,
  fitLetter,
  newsLetter,
} from '../modules/tenders/letters.ts'

/** Wherever a person, an address or a supplier can come into a letter, it is one of these. */
const PERSON = 'Persephone Quill'
const EMAIL = 'persephone.quill@fenwick.example'
const SUPPLIER = 'Fenwick Roofing Ltd'
const SECRET = 'secret-4711'
const SITE = 'https://goldthread.example'

const at = new Date('2026-11-22T12:00:00Z')
const tender = { reference: 'northmere-2026-014', title: 'Roofs of schools', deadline: at } as never
const person = { email: EMAIL, name: PERSON }
const invited = { email: EMAIL, role: 'supplier-lead', expiresAt: at } as const
const retest = { body: SUPPLIER, kind: 'vertical', testedOn: '2026-04-01', retestBy: '2027-04-01' } as const
const purchase = { id: 'p', title: 'Care of parks' }
const waiting = { code: 'waits', title: `Delivered by ${SUPPLIER}`, on: '2026-11-01' } as never
const contract = {
  title: `Works of ${SUPPLIER}`,
  reference: 'C-1',
  path: '/contracts/c',
  reminders: [waiting],
}
const note = { subject: 'x', lines: [PERSON], href: '/inbox' }
const shownNote = { ...note, id: 'n', createdAt: at, readAt: null, authorityName: SUPPLIER }
const news = { email: EMAIL, leaveKey: SECRET }
const receipt = { id: 'r', lot: 'A', submittedAt: at, fingerprint: 'f', logNumber: 1 } as never
const bid = { id: 'b', lot: 'A', sealedId: null } as never

const ending = {
  document: { title: `Insurance of ${SUPPLIER}`, kind: 'insurance' } as never,
  endsOn: '2026-12-31',
  daysLeft: 14,
}

type Subject = { readonly subject: string }

/** Every letter there is, by the function that writes it, with all that it says differently. */
const LETTERS: Readonly<Record<string, readonly Subject[]>> = {
  'identity invitationLetter': [invitationLetter(SITE, invited, SUPPLIER, SECRET)],
  'identity registrationLetter': [registrationLetter(SITE, invited, SUPPLIER, SECRET)],
  'identity resetLetter': [resetLetter(SITE, person, SECRET)],
  // A note's own subject is proved with the function that words it.
  'identity noteLetter': [noteLetter(SITE, EMAIL, note, true), noteLetter(SITE, EMAIL, note, false)],
  'identity digestLetter': [[shownNote], [shownNote, shownNote]].map((notes) =>
    digestLetter(SITE, EMAIL, notes),
  ),
  'suppliers codeLetter': [codeLetter(SITE, EMAIL, { name: SUPPLIER }, { id: 'c', code: 'ABCDEFGH' })],
  'suppliers decisionLetter': [null, `Not ${SUPPLIER}`].map((refusal) =>
    decisionLetter(SITE, EMAIL, { id: 'e', name: SUPPLIER }, refusal),
  ),
  'spend surveyLetter': [true, false].map((isReminder) =>
    surveyLetter(
      SITE,
      EMAIL,
      {
        organisation: 'Northmere City Council',
        survey: { title: 'What you do here', closesOn: '2026-12-01' } as never,
        supplier: SUPPLIER,
        companies: isReminder ? [] : [SUPPLIER],
      },
      SECRET,
      isReminder,
    ),
  ),
  'procurement engagementLetter': [
    engagementLetter(
      'Northmere City Council',
      purchase.title,
      { title: 'Open morning', heldOn: '2026-12-01', place: '', about: '' } as never,
      { supplierName: SUPPLIER, email: EMAIL } as never,
    ),
  ],
  'procurement retestNote': (['soon', 'overdue'] as const).map((moment) =>
    retestNote('Northmere City Council', purchase, { ...retest, moment }),
  ),
  'tenders confirmLettersLetter': [confirmLettersLetter(SITE, EMAIL, SECRET)],
  'tenders confirmQuestionLetter': [confirmQuestionLetter(SITE, EMAIL, tender, SECRET)],
  'tenders fitLetter': [fitLetter(SITE, { email: EMAIL, name: SUPPLIER, entryId: SECRET }, tender)],
  'tenders newsLetter': (['published', 'amended', 'extended', 'answered', 'cancelled'] as const).map((each) =>
    newsLetter(SITE, news, tender, each),
  ),
  'bids receiptLetter': [receiptLetter(SITE, EMAIL, tender, receipt, 'hash')],
  'bids documentsEndNote': [[ending], [ending, ending]].map((due) => documentsEndNote(due)),
  'bids newsNote': (['amended', 'extended', 'answered', 'cancelled'] as const).map((each) =>
    newsNote(tender, [bid], each),
  ),
  'bids reminderNote': [bidReminderNote(tender, bid, 'day' as never)],
  'evaluation outcomeNote': [outcomeNote(tender, 'Northmere City Council', 'b')],
  'contracts reminderNote': [
    reminderNote(SITE, 'Northmere City Council', [contract], '/deliver'),
    reminderNote(SITE, 'Northmere City Council', [contract, contract], '/deliver'),
  ],
  'contracts awardLetter': [
    awardLetter(SITE, EMAIL, { title: 'Care of parks', supplierName: SUPPLIER, id: 'a' }),
  ],
  'contracts invitationLetter': [
    reportingLetter(
      SITE,
      EMAIL,
      { authorityName: 'Northmere City Council', title: contract.title, reference: 'C-1' },
      SECRET,
    ),
  ],
}

const ROOT = join(import.meta.dirname, '../modules')
const WRITER = /export const (\w+(?:Letter|Note)) = \([\s\S]*?\)(?:: (?:Omit<NewNote, 'to'>|Letter))? =>/g

/** Functions of the code that word a letter or a note, found by reading it. */
const written = (): string[] =>
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:letters|messages)\.tsx?$/.test(path) && !/\/(?:store|pages|rules)\//.test(path))
    .flatMap((path) =>
      [...readFileSync(join(ROOT, path), 'utf8').matchAll(WRITER)].map(
        ([, name]) => `${path.split('/')[0]} ${name}`,
      ),
    )

describe('the subject of every letter', () => {
  test('is looked at here: none that the code can write is missing', () => {
    expect(written().sort()).toEqual(Object.keys(LETTERS).sort())
  })

  test.each(Object.entries(LETTERS))(
    'of %s names no person, no address, no supplier and no secret',
    (_name, letters) => {
      for (const { subject } of letters) {
        expect(subject).not.toMatch(/[\n\r]/)
        expect(subject.length).toBeGreaterThan(0)
        for (const part of [PERSON, 'Persephone', 'Quill', EMAIL, '@', SUPPLIER, 'Fenwick', SECRET])
          expect(subject).not.toContain(part)
      }
    },
  )

  test('is written nowhere else: whoever writes a letter or a note takes it from those functions', () => {
    const strays = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('letters.ts'))
      .filter((path) => {
        const text = readFileSync(join(ROOT, path), 'utf8')
        return /\b(?:writeLetter|notify)\(/.test(text) && /\bsubject: [`'"][^`'"]*\s/.test(text)
      })
    expect(strays).toEqual([])
  })
})
