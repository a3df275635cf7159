import { actingForNamed } from '#identity'
import type { Command } from '../../platform/command.ts'
import { today } from '../../platform/context.ts'
import type { Reader } from '../../platform/database.ts'
import { NotFound, Unusable } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { inReading } from '../../platform/reading.ts'
import { formatPence } from '../../platform/views/views.ts'
import { deliveryQuestion, listedDeliveryJson } from './delivery-list.ts'
import { reportInvoices } from './invoice-report.ts'
import { DELIVERY_FILTERS } from './messages/deliveries.ts'
import { PAYMENT_WORDS } from './messages/invoices.ts'
import { DELIVERY_NAMES } from './messages.ts'
import { contractNamed } from './named-contract.ts'
import { deliveryJson, readDelivery } from './read-delivery.ts'
import type { InvoicePayment } from './rules/join-invoices.ts'
import { countDeliveries, findDeliveries } from './store/list-deliveries.ts'
import type { ContractsTables } from './tables.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose contracts they are' } } as const
const MOST_LISTED = 1000

const deliveriesCommand: Command = {
  name: 'contracts deliveries list',
  summary: 'List deliveries that wait for a decision, or others, oldest report first',
  usage: '[REFERENCE] --organisation NAME [--status STATUS]',
  minArgs: 0,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    status: { type: 'string', description: Object.keys(DELIVERY_FILTERS).join(', ') },
  },
  examples: [
    'contracts deliveries list --organisation "Northmere City Council"',
    'contracts deliveries list NC-0002 --organisation "Northmere City Council" --status verified --json',
  ],
  run: async ({ services, args, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const status = options.status === undefined ? undefined : String(options.status)
    if (status !== undefined && !Object.hasOwn(DELIVERY_FILTERS, status))
      throw new Unusable(`--status is one of: ${Object.keys(DELIVERY_FILTERS).join(', ')}.`)
    const contract = args[0] === undefined ? undefined : (await contractNamed(ctx, args[0])).id
    const question = deliveryQuestion({ status, contract })
    const part = { order: 'since', isDown: false, limit: MOST_LISTED, offset: 0 } as const
    const { total, rows } = await inReading(ctx, async (db: Reader<ContractsTables>) => ({
      total: await countDeliveries(db, question),
      rows: await findDeliveries(db, question, part),
    }))
    terminal.answer({ total, deliveries: rows.map(listedDeliveryJson) })
    for (const { id, title, quantity, unit, contractReference, status: state } of rows)
      terminal.print(`${id} ${contractReference}: ${title}, ${quantity} ${unit}; ${DELIVERY_NAMES[state]}`)
    terminal.warn(`${rows.length} of ${total} deliveries.`)
    return rows.length > 0 ? 0 : 1
  },
}

const deliveryCommand: Command = {
  name: 'contracts deliveries show',
  summary: 'Show one delivery with its steps and evidence, and what is counted that may be the same',
  usage: 'DELIVERY-ID --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['contracts deliveries show 0199a1d2-… --organisation "Northmere City Council" --json'],
  run: async ({ services, args: [id = ''], options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    if (!isId(id)) throw new NotFound('There is no such delivery. contracts deliveries list shows them.')
    const found = deliveryJson(await inReading(ctx, (db: Reader<ContractsTables>) => readDelivery(db, id)))
    terminal.answer(found)
    terminal.print(`${found.title}: ${found.quantity} ${found.unit}; ${DELIVERY_NAMES[found.status]}`)
    for (const { status, note, personName } of found.steps)
      terminal.print(`  ${DELIVERY_NAMES[status]}, ${personName}${note === '' ? '' : `: ${note}`}`)
    for (const { fileName, bytes } of found.evidence) terminal.print(`  ${fileName}, ${bytes} bytes`)
    for (const { title, contractTitle } of found.alike)
      terminal.warn(`“${title}” of ${contractTitle} is counted already and may be the same.`)
    return 0
  },
}

const invoicesCommand: Command = {
  name: 'contracts invoices list',
  summary: 'Show how the invoices of a contract were paid, with what payment files say of each',
  usage: 'REFERENCE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['contracts invoices list NC-0002 --organisation "Northmere City Council" --json'],
  run: async ({ services, args: [name = ''], options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const contract = await contractNamed(ctx, name)
    const told = await inReading(ctx, (db: Reader<ContractsTables>) =>
      reportInvoices(db, contract, today(ctx)),
    )
    terminal.answer(told)
    for (const { number, amountPence, payment } of told.invoices)
      terminal.print(
        `${number}  ${formatPence(amountPence)}; ${PAYMENT_WORDS[payment.how as InvoicePayment['how']]}`,
      )
    const { inTime, late, overdue, disputed, unknown } = told.paid
    terminal.warn(
      `By ${told.on}: ${inTime} within thirty days, ${late} late, ${overdue} overdue, ${unknown} not known, ${disputed} disputed.`,
    )
    return told.invoices.length > 0 ? 0 : 1
  },
}

/** What is read of deliveries and invoices on the command line. */
export const lifeCommands: readonly Command[] = [deliveriesCommand, deliveryCommand, invoicesCommand]
