import { givesPostcode, ledgerName, WITHHELD_NAMES } from '../payments/ledger-names.ts'
import type { MadeUpPayment } from '../payments/made-up-payment.ts'
import { csvFile } from './csv-text.ts'
import { inMarkedUtf8, plainPounds } from './written-values.ts'

const HEADER = [
  'payment_date',
  'supplier_name',
  'supplier_postcode',
  'net_amount',
  'directorate',
  'service_area',
  'procurement_category',
  'purpose',
  'transaction_reference',
  'capital_or_revenue',
]

/** Payments as the ledger in use writes them: plain CSV in UTF-8, with postcodes where suppliers gave them. */
export const newLedgerFile = (payments: readonly MadeUpPayment[]): Buffer =>
  inMarkedUtf8(
    csvFile([
      HEADER,
      ...payments.map((payment) => [
        payment.paidOn,
        payment.supplier ? ledgerName(payment.supplier, 'new') : WITHHELD_NAMES.new,
        payment.supplier && givesPostcode(payment.supplier) ? payment.supplier.postcode : '',
        plainPounds(payment.pence),
        payment.department,
        payment.service,
        payment.category,
        payment.description,
        payment.reference,
        payment.isCapital ? 'Capital' : 'Revenue',
      ]),
    ]),
  )
