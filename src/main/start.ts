import { fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Unusable } from '../platform/errors.ts'
import { makeLog } from '../platform/log.ts'
import { buildAssets } from '../platform/views/build-assets.ts'
import { buildApp } from './build-app.ts'
import { type Config, readConfig } from './config.ts'
import { seedDemonstration } from './demonstration.ts'
import { allJobs } from './modules.ts'
import { openServices } from './services.ts'

/** Longer than the queue gives a job to end. */
const WORKER_MAY_TAKE_MS = 8000

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Asks before anything is written, so that a taken port costs nothing. */
const checkPort = (config: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new Unusable(
            `Port ${config.port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`,
          ),
        )
      } else if (error.code === 'EACCES') {
        reject(
          new Unusable(
            `Port ${config.port} may not be used by this account. Choose one above 1023: PORT=3000 npm start`,
          ),
        )
      } else reject(error)
    })
    probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  })

const startWorker = () =>
  fork(join(import.meta.dirname, 'worker.ts'), {
    execArgv: process.execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

const start = async (): Promise<void> => {
  const config = readConfig(process.env)
  await checkPort(config)
  const log = makeLog(process.env.LOG_LEVEL ?? 'warn')
  const open = await openServices(config, allJobs)
  if (config.isDemonstration) await seedDemonstration(open, say)
  const assetsFolder = join(config.dataFolder, 'assets')
  mkdirSync(assetsFolder, { recursive: true })
  const assets = await buildAssets(assetsFolder)
  const app = await buildApp({ config, services: open.services, log, assets, assetsFolder })
  await app.listen({ port: config.port, host: config.host })
  const worker = startWorker()

  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    // Ctrl-C reaches the worker too, so it may be gone already.
    const isGone = worker.exitCode !== null || worker.signalCode !== null
    const gone = isGone ? undefined : new Promise((resolve) => worker.once('exit', resolve))
    worker.kill('SIGTERM')
    await app.close()
    await Promise.race([gone, sleep(WORKER_MAY_TAKE_MS)])
    // A job leaves all or nothing, so a worker that does not hear may be killed; left behind, it would keep the server.
    worker.kill('SIGKILL')
    await gone
    await open.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())

  // Not before it does stop it: whoever waits for this line may send the signal in the same moment.
  say(`Goldthread is at http://localhost:${config.port}`)
  say(
    config.isDemonstration
      ? 'It shows Northmere, a made-up city. Sign in as anybody listed at /sign-in.'
      : 'Sign in at /sign-in.',
  )
  say(
    `Data is in ${config.databaseUrl ? 'the PostgreSQL server of DATABASE_URL; files in ' : ''}${config.dataFolder}`,
  )
  say('Ctrl-C stops it.')
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Unusable ? error.message : (error as Error).stack}\n`)
  process.exit(1)
})
