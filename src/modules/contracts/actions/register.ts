import { actingAuthority, whoActs } from '#identity'
import { putOnThread } from '#strategy'
import { supplierNameKey } from '#suppliers'
import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { PlainDate } from '../../../kernel/plain-date.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Writer } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { CodeFacts } from '../model/code-facts.ts'
import type { Contract, ContractsRefusal, ContractText, NamedSupplier, Source } from '../model.ts'
import { onlyText } from '../rules/as-it-stood.ts'
import { decideContract, decideOption, decideTaking } from '../rules/keep.ts'
import {
  findContractByReference,
  insertContracts,
  insertExtension,
  listContracts,
  listExtensions,
  lockContract,
  setExtensionTaken,
  updateContract,
} from '../store/contracts.ts'
import { insertFormerText } from '../store/former-texts.ts'
import { listOtherSuppliers, setOtherSuppliers } from '../store/other-suppliers.ts'
import type { ContractsTables } from '../tables.ts'
import { importCodeFacts } from './code-facts.ts'
import { tellPipeline } from './tell-pipeline.ts'

type Tx = Writer<ContractsTables>
type Outcome<Value> = Decision<Value, ContractsRefusal>

const LONGEST_KEY = 120

/** What spending calls the supplier: by its number, or by its name as `#spend` keys payees that no register knows. */
export const supplierKeyOf = ({
  supplierName,
  supplierNumber,
}: Pick<ContractText, 'supplierName' | 'supplierNumber'>): string =>
  supplierNumber
    ? `${supplierNumber.scheme}-${supplierNumber.number}`
    : `name:${(supplierNameKey(supplierName) || supplierName.trim().toLowerCase()).slice(0, LONGEST_KEY)}`

/** What other modules are told of a contract: the thread, and the pipeline of what follows it. */
const onThread = async (tx: Tx, ctx: Context, contract: Contract): Promise<void> => {
  const { id, title, supplierName } = contract
  await putOnThread(tx as never, ctx, {
    kind: 'contract',
    id,
    title,
    href: `/contracts/${id}`,
    note: supplierName,
  })
  await tellPipeline(tx, ctx, contract)
}

const madeOf = (ctx: Context, text: ContractText, source: Source, sourceName: string): Contract => ({
  ...text,
  id: newId(),
  supplierKey: supplierKeyOf(text),
  source,
  sourceName,
  recordedAt: ctx.clock.now(),
  awardId: null,
  purchaseId: null,
})

/** Writes a contract down that began elsewhere; returns its id. */
export const recordContract = (ctx: Context, text: ContractText): Promise<Outcome<string>> =>
  inTransaction<ContractsTables, Outcome<string>>(ctx, async (tx) => {
    const decision = decideContract(text)
    if (!decision.ok) return decision
    if (await findContractByReference(tx, text.reference)) return refuse('reference-taken')
    const contract = madeOf(ctx, text, 'form', '')
    await insertContracts(tx, actingAuthority(ctx), [contract])
    await onThread(tx, ctx, contract)
    const facts = { reference: text.reference, title: text.title, supplier: text.supplierName }
    await recordAudit(tx, ctx, { name: 'CONTRACT_RECORDED', subject: contract.id, facts })
    return accept(contract.id)
  })

/** Changes what the register says of a contract. */
export const changeContract = (ctx: Context, id: string, text: ContractText): Promise<Outcome<string>> =>
  inTransaction<ContractsTables, Outcome<string>>(ctx, async (tx) => {
    const before = await lockContract(tx, id)
    const decision = decideContract(text)
    if (!decision.ok) return decision
    const namesake = await findContractByReference(tx, text.reference)
    if (namesake && namesake.id !== id) return refuse('reference-taken')
    const after = { ...before, ...text, supplierKey: supplierKeyOf(text) }
    await keepFormer(tx, ctx, before, text, 'Changed by hand')
    await updateContract(tx, id, after)
    await onThread(tx, ctx, after)
    const facts = { reference: text.reference, changed: changedFields(before, text).join(', ') }
    await recordAudit(tx, ctx, { name: 'CONTRACT_CHANGED', subject: id, facts })
    return accept(id)
  })

/** What the register said until today, so that any day of the past can be told again. */
export const keepFormer = async (
  tx: Tx,
  ctx: Context,
  before: Contract,
  text: ContractText,
  why: string,
  untilOn: PlainDate = today(ctx),
): Promise<void> => {
  if (changedFields(before, text).length === 0) return
  const { authorityId, personName } = await whoActs(tx, ctx)
  const former = { untilOn, text: onlyText(before), why, personName, recordedAt: ctx.clock.now() }
  await insertFormerText(tx, authorityId, before.id, former)
}

const changedFields = (before: Contract, text: ContractText): string[] =>
  (Object.keys(text) as (keyof ContractText)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(text[key]),
  )

export type RegisterImport = {
  readonly source: Exclude<Source, 'form'>
  /** The file it came from. */
  readonly name: string
  readonly contracts: readonly ContractText[]
  /** By reference: what the file says for the Transparency Code. */
  readonly codeFacts?: ReadonlyMap<string, CodeFacts>
  /** By reference: the suppliers beside the first, of contracts that the file gives a list of. */
  readonly others?: ReadonlyMap<string, readonly NamedSupplier[]>
}
export type RegisterImported = { readonly added: number; readonly changed: number; readonly same: number }

/**
 * Brings contracts into the register in one transaction: new references are added, known ones brought up to date.
 * What a file does not say of a known contract (an empty cell) is kept.
 */
export const importContracts = (
  ctx: Context,
  { source, name, contracts, codeFacts = new Map(), others = new Map() }: RegisterImport,
): Promise<RegisterImported> =>
  inTransaction<ContractsTables, RegisterImported>(ctx, async (tx) => {
    const known = new Map((await listContracts(tx)).map((contract) => [contract.reference, contract]))
    const beside = await listOtherSuppliers(tx)
    const isSameBeside = ({ id, reference }: Contract): boolean =>
      JSON.stringify(others.get(reference) ?? beside.get(id) ?? []) === JSON.stringify(beside.get(id) ?? [])
    const fresh: Contract[] = []
    let changed = 0
    for (const text of contracts) {
      const before = known.get(text.reference)
      if (!before) {
        fresh.push(madeOf(ctx, text, source, name))
        continue
      }
      const merged = withoutGaps(before, text)
      if (changedFields(before, merged).length === 0 && isSameBeside(before)) continue
      changed++
      const after = { ...before, ...merged, supplierKey: supplierKeyOf(merged) }
      await keepFormer(tx, ctx, before, merged, `Brought up to date from ${name.slice(0, 120)}`)
      await updateContract(tx, before.id, after)
      await onThread(tx, ctx, after)
    }
    await insertContracts(tx, actingAuthority(ctx), fresh)
    for (const contract of fresh) await onThread(tx, ctx, contract)
    await keepOthers(tx, ctx, [...known.values(), ...fresh], { said: others, isSame: isSameBeside })
    await importCodeFacts(tx, actingAuthority(ctx), codeFacts)
    const imported = { added: fresh.length, changed, same: contracts.length - fresh.length - changed }
    await recordAudit(tx, ctx, { name: 'CONTRACTS_IMPORTED', subject: name.slice(0, 120), facts: imported })
    return imported
  })

type Beside = {
  readonly said: ReadonlyMap<string, readonly NamedSupplier[]>
  readonly isSame: (contract: Contract) => boolean
}

/** Keeps the suppliers beside the first, of contracts that the file gives a list of. */
const keepOthers = async (
  tx: Tx,
  ctx: Context,
  contracts: readonly Contract[],
  { said, isSame }: Beside,
): Promise<void> => {
  for (const contract of contracts) {
    const others = said.get(contract.reference)
    if (!others || isSame(contract)) continue
    const keyed = others.map((one) => ({
      ...one,
      supplierKey: supplierKeyOf({ supplierName: one.name, supplierNumber: one.number }),
    }))
    await setOtherSuppliers(tx, actingAuthority(ctx), contract.id, keyed)
  }
}

const isGap = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

const withoutGaps = (before: ContractText, text: ContractText): ContractText => {
  const said = Object.entries(text).map(([key, value]) => [
    key,
    isGap(value) ? before[key as keyof ContractText] : value,
  ])
  return Object.fromEntries(said) as ContractText
}

export type OptionDraft = { readonly untilOn: PlainDate; readonly note: string }

/** Writes an option to extend down. */
export const addOption = (ctx: Context, contractId: string, draft: OptionDraft): Promise<Outcome<number>> =>
  inTransaction<ContractsTables, Outcome<number>>(ctx, async (tx) => {
    const contract = await lockContract(tx, contractId)
    const extensions = (await listExtensions(tx, contractId)).get(contractId) ?? []
    const decision = decideOption(contract, extensions, draft.untilOn)
    if (!decision.ok) return decision
    const number = (extensions.at(-1)?.number ?? 0) + 1
    await insertExtension(tx, actingAuthority(ctx), contractId, { number, ...draft, takenOn: null })
    await tellPipeline(tx, ctx, contract)
    const facts = { number, untilOn: draft.untilOn }
    await recordAudit(tx, ctx, { name: 'EXTENSION_AGREED', subject: contractId, facts })
    return accept(number)
  })

/** Records that an option was taken on a day. */
export const takeOption = (
  ctx: Context,
  contractId: string,
  number: number,
  takenOn: PlainDate,
): Promise<Outcome<number>> =>
  inTransaction<ContractsTables, Outcome<number>>(ctx, async (tx) => {
    const contract = await lockContract(tx, contractId)
    const extensions = (await listExtensions(tx, contractId)).get(contractId) ?? []
    const decision = decideTaking(
      extensions.find((one) => one.number === number),
      takenOn,
      today(ctx),
    )
    if (!decision.ok) return decision
    await setExtensionTaken(tx, contractId, decision.value)
    await tellPipeline(tx, ctx, contract)
    const facts = { number, takenOn, untilOn: decision.value.untilOn }
    await recordAudit(tx, ctx, { name: 'EXTENSION_TAKEN', subject: contractId, facts })
    return accept(number)
  })
