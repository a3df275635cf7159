import { Unusable } from '../platform/errors.ts'
import { runJobs } from '../platform/jobs/queue.ts'
import { makeLog } from '../platform/log.ts'
import { readConfig } from './config.ts'
import { allJobs } from './modules.ts'
import { openServices } from './services.ts'

const log = makeLog(process.env.LOG_LEVEL ?? 'warn')

const run = async (): Promise<void> => {
  const open = await openServices(readConfig(process.env), allJobs)
  const running = await runJobs(open.services.database, allJobs(open.services), log)
  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    await running.stop()
    await open.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // The web process that started this one is gone: nobody else would stop it.
  process.on('disconnect', () => void stop())
}

run().catch((error: unknown) => {
  log.error(error instanceof Unusable ? error.message : (error as Error).stack)
  process.exit(1)
})
