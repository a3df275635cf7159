import { type Answer, json } from '../http/answer.ts'
import type { ApiRoute, Upload } from '../http/route.ts'
import { readUpload } from '../http/upload-content.ts'
import { fileTooLarge, type HandedFile, NO_FILE, type Write, type Written } from './write.ts'

const told = (written: Written): Answer =>
  written.ok
    ? json(written.value, written.isNew ? 201 : 200)
    : json({ refusal: written.refusal, detail: written.detail }, 422)

const readFile = async (upload: Upload | null, most: number): Promise<HandedFile | Written> => {
  if (!upload || upload.name === '') return NO_FILE
  const content = await readUpload(upload, most)
  return content ? { name: upload.name, content } : fileTooLarge(most)
}

/** The route of the API for a write: 201 for what is new, 422 with a code and a sentence for what is refused. */
export const routeOfWrite = ({
  command: _command,
  example: _example,
  args: _args,
  takesFile,
  write,
  ...row
}: Write): ApiRoute => ({
  ...row,
  ...(takesFile === undefined ? {} : { takesFile: true as const }),
  handle: async ({ ctx, params, body, upload }) => {
    if (takesFile === undefined) return told(await write(ctx, params, body))
    const file = await readFile(upload, takesFile)
    return told('content' in file ? await write(ctx, params, body, file) : file)
  },
})
