import { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import type { Command, CommandInput } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { exportDirectory, findInDirectory, listingReport, MOST_EXPORTED } from '../directory-report.ts'
import { readSearch } from '../directory-search.ts'
import { DIRECTORY_KIND_TEXT } from '../messages/directory.ts'
import { numberText } from '../messages.ts'
import type { Listing } from '../model/directory.ts'
import { categoryName, isCategory } from '../rules/directory/categories.ts'
import { openReferralPage, openReferralService } from '../rules/directory/open-referral.ts'
import {
  type DirectorySearch,
  EVERY_LISTING,
  findListing,
  listListings,
} from '../store/directory/listings.ts'
import type { SupplierTables } from '../tables.ts'

type Db = Reader<SupplierTables>
const SIZE = 50

/** What the public reads, as anybody reads it. */
const contextOf = ({ services }: CommandInput): Context => actingAs(services, { kind: 'command' }, null)

const wordOf = (value: CommandInput['options'][string]): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

const SEARCH = {
  category: { type: 'string', description: 'a division of the Common Procurement Vocabulary, such as 85' },
  district: { type: 'string', description: 'a postcode district, such as NN31' },
  vcse: { type: 'boolean', description: 'voluntary, community and social enterprises only' },
} as const

/** The same search as the page's; what makes no sense is refused here, because nobody sees the form it left empty. */
const searchOf = ({ args, options }: CommandInput): DirectorySearch => {
  const category = wordOf(options.category)
  const district = wordOf(options.district)
  const search = readSearch({
    q: args.join(' '),
    ...(category ? { category } : {}),
    ...(district ? { district } : {}),
    ...(options.vcse ? { vcse: 'yes' } : {}),
  })
  if (category && (category.length !== 2 || !isCategory(category)))
    throw new Unusable(`There is no category "${category}". --category is a division of the CPV, such as 85.`)
  if (district && search.district === null)
    throw new Unusable(
      `"${district}" is no postcode district. Write the first half of a postcode, such as NN31.`,
    )
  return search
}

const pageOf = ({ options }: CommandInput): number => {
  const page = Number(options.page ?? 1)
  if (!Number.isSafeInteger(page) || page < 1 || page > 100_000)
    throw new Unusable('--page is a whole number from 1.')
  return page
}

const search: Command = {
  name: 'directory search',
  summary: 'Search the public directory of suppliers',
  usage: '[WORDS…]',
  minArgs: 0,
  maxArgs: 20,
  options: { ...SEARCH, page: { type: 'string', description: `page of ${SIZE} suppliers, from 1` } },
  examples: ['directory search school meals', 'directory search --category 85 --district NN31 --vcse --json'],
  run: async (input) => {
    const page = pageOf(input)
    const asked = searchOf(input)
    const { rows, total } = await inReading(contextOf(input), (db: Db) =>
      findInDirectory(db, asked, page, SIZE),
    )
    input.terminal.answer({ total, page, suppliers: rows.map(listingReport) })
    for (const { entryId, content } of rows) {
      input.terminal.print(`${content.name}  (${DIRECTORY_KIND_TEXT[content.kind]}, ${content.postcode})`)
      input.terminal.print(`  ${content.categories.map(categoryName).join(', ')}; ${entryId}`)
    }
    input.terminal.warn(`${numberText(rows.length)} of ${numberText(total)} suppliers, page ${page}.`)
    return total > 0 ? 0 : 1
  },
}

const listed = async (input: CommandInput): Promise<Listing> => {
  const [id = ''] = input.args
  const found = isId(id) ? await inReading(contextOf(input), (db: Db) => findListing(db, id)) : undefined
  if (!found)
    throw new Unusable(`No supplier is listed as "${id}". goldthread directory search shows their ids.`)
  return found
}

const show: Command = {
  name: 'directory show',
  summary: 'Show what the public reads of one supplier of the directory',
  usage: 'ENTRY',
  minArgs: 1,
  maxArgs: 1,
  options: {},
  examples: ['directory show 019a0c3e-7d41-7000-8000-5f2f6a1b2c3d --json'],
  run: async (input) => {
    const found = await listed(input)
    const report = listingReport(found)
    input.terminal.answer(report)
    const { contact, categories, ...texts } = report
    input.terminal.print(found.content.name)
    for (const [name, value] of Object.entries(texts))
      if (value && name !== 'name' && name !== 'id') input.terminal.print(`  ${name.padEnd(15)} ${value}`)
    input.terminal.print(`  ${'categories'.padEnd(15)} ${categories.map(({ name }) => name).join(', ')}`)
    if (contact)
      input.terminal.print(`  ${'contact'.padEnd(15)} ${Object.values(contact).filter(Boolean).join(', ')}`)
    return 0
  },
}

const csvOf = async (rows: readonly Listing[]): Promise<string> => {
  const file = exportDirectory('csv', rows)
  if (file.kind !== 'file') throw new TypeError('an export is a file')
  return file.content instanceof Readable ? textOf(file.content) : String(file.content)
}

const exportCommand: Command = {
  name: 'directory export',
  summary: 'Write the directory as CSV, or its social enterprises in the Open Referral UK shape',
  usage: '[WORDS…] > FILE',
  minArgs: 0,
  maxArgs: 20,
  options: {
    ...SEARCH,
    'open-referral': {
      type: 'boolean',
      description: 'as services of Open Referral UK (HSDS-UK 3.0), in JSON',
    },
  },
  examples: [
    'directory export > directory.csv',
    'directory export --category 85 --json',
    'directory export --open-referral > services.json',
  ],
  run: async (input) => {
    const asked = searchOf(input)
    const isOpenReferral = input.options['open-referral'] === true
    const rows = await inReading(contextOf(input), (db: Db) =>
      listListings(
        db,
        isOpenReferral ? { ...EVERY_LISTING, ...asked, isVcse: true } : asked,
        MOST_EXPORTED,
        0,
      ),
    )
    if (isOpenReferral) {
      const page = openReferralPage(
        rows.map((row) => openReferralService(row, input.services.siteUrl)),
        rows.length,
        1,
        Math.max(1, rows.length),
      )
      input.terminal.answer(page)
      input.terminal.print(JSON.stringify(page, null, 2))
    } else {
      input.terminal.answer({ total: rows.length, suppliers: rows.map(listingReport) })
      if (!input.terminal.isJson) input.terminal.print((await csvOf(rows)).trimEnd())
    }
    return 0
  },
}

export const directoryCommands: readonly Command[] = [search, show, exportCommand]
