import { type ZodType, z } from 'zod'
import type { Decision } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { decimal } from '../../../platform/writes/fields.ts'
import { asWrite, type Params, refused, type Write, type Written } from '../../../platform/writes/write.ts'
import { lifeSentence } from '../messages/life.ts'
import { refusalSentence } from '../messages.ts'
import type { LifeRefusal } from '../model/life.ts'
import type { Contract, ContractsRefusal } from '../model.ts'
import { contractNamed } from '../named-contract.ts'
import type { ContractsTables } from '../tables.ts'

export const CONTRACT_PATH = '/api/v1/contracts/:contractId'
const CONTRACT_ARG = { contractId: { name: 'REFERENCE', example: 'NC-0002' } } as const

export type ContractRow<Body extends ZodType> = Omit<Write<Body>, 'page' | 'access' | 'write'> & {
  readonly access?: 'contracts.manage' | 'contracts.approve'
  readonly write: (ctx: Context, contract: Contract, body: z.output<Body>, params: Params) => Promise<Written>
}

/** `contracts/writes#deliveries-report`, of `contracts deliveries report`. */
export const pageOfWrite = (command: string): string =>
  `contracts/writes#${command.split(' ').slice(1).join('-')}`

/** The contract that a path names, by its id or reference. Throws NotFound. */
export const contractOfPath = (ctx: Context, params: Params): Promise<Contract> =>
  contractNamed(ctx, params['contractId'] ?? '')

/** Something that a program may write of one contract, named by its id or reference; `path` is below the contract's own. */
export const contractWrite = <Body extends ZodType>({
  path,
  args,
  write,
  access = 'contracts.manage',
  ...row
}: ContractRow<Body>): Write =>
  asWrite({
    ...row,
    access,
    path: `${CONTRACT_PATH}/${path}`,
    args: { ...CONTRACT_ARG, ...args },
    page: pageOfWrite(row.command),
    write: async (ctx, params, body) => write(ctx, await contractOfPath(ctx, params), body, params),
  })

/** What a path names below its contract. Throws NotFound for what can be no id. */
export const idIn = (params: Params, name: string): string => {
  const id = params[name] ?? ''
  if (!isId(id)) throw new NotFound()
  return id
}

/** What is told of a write, as it is read afterwards. */
export const told = async (
  ctx: Context,
  read: (db: Reader<ContractsTables>) => Promise<object>,
  isNew = false,
): Promise<Written> => ({ ok: true, isNew, value: await inReading(ctx, read) })

type Refused<Refusal extends string> = Extract<Decision<unknown, Refusal>, { ok: false }>

export const no = (decision: Refused<ContractsRefusal>): Written =>
  refused(decision.refusal, `${refusalSentence(decision)}.`)

export const noLife = (decision: Refused<LifeRefusal>): Written =>
  refused(decision.refusal, `${lifeSentence(decision)}.`)

/** A quantity above nothing. */
export const amount = (what: string) =>
  decimal(
    `Enter ${what} as a number above 0, in digits`,
    (value) => value.gt(0) && value.decimalPlaces() <= 6,
  )

/** A decimal that is not below nothing, or none. */
export const figure = (what: string) =>
  decimal(`Enter ${what} in digits, or leave it empty`, (value) => value.gte(0) && value.decimalPlaces() <= 6)
    .nullable()
    .default(null)

/** Whole pence, or none. */
export const pence = z.number().int().min(0).max(1e15).nullable().default(null)

export const oneOf = z.uuid().nullable().default(null)
