import { Readable } from 'node:stream'
import type { Services } from '../../../platform/context.ts'

/** Runs `work` on content as a file on this machine, which loaders want, and removes it afterwards. */
export const withStoredText = async <Result>(
  services: Services,
  content: string,
  work: (path: string) => Promise<Result>,
): Promise<Result> => {
  const { hash } = await services.files.put(Readable.from([Buffer.from(content)]))
  try {
    return await work(services.files.localPath(hash))
  } finally {
    await services.files.remove(hash)
  }
}
