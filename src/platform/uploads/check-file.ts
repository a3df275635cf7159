import { connect } from 'node:net'
import { fromBufferPromise, getFileNameLowLevel } from 'yauzl'
import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import { readZipMember } from '../zip-member.ts'
import { type FileKind, type FileRefusal, officeKindOf, sniff, typeOfKind } from './file-kinds.ts'
import { cleanPicture, type Picture } from './picture.ts'

export type Scan = 'clean' | 'not-scanned'
export type Checked = {
  readonly kind: FileKind
  readonly bytes: Buffer
  readonly hadMetadata: boolean
  /** The picture as it was written anew; null where the file is none. */
  readonly picture: Picture | null
}

const MOST_EXPANDED = 200 * 1024 ** 2
const MOST_MEMBERS = 2000

/** What an office file is by the parts in it. It is unpacked once and not kept, so that a bomb is found out. */
const officeKind = async (bytes: Buffer): Promise<Decision<FileKind, FileRefusal>> => {
  const names: string[] = []
  let expanded = 0
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false })
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) return refuse('locked')
      const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry
      names.push(getFileNameLowLevel(flags, fileNameRaw, extraFields, false))
      if (names.length > MOST_MEMBERS) return refuse('too-large')
      for await (const chunk of readZipMember(zip, entry)) {
        expanded += chunk.length
        if (expanded > MOST_EXPANDED) return refuse('too-large')
      }
    }
  } catch {
    return refuse('damaged')
  }
  return officeKindOf(names)
}

/**
 * Says what a file is and takes out what it should not carry, or refuses it. A picture is written anew, its long side at
 * most `longestSide` pixels where one is given.
 */
export const checkFile = async (
  content: Buffer,
  longestSide: number | null = null,
): Promise<Decision<Checked, FileRefusal>> => {
  const found = sniff(content)
  if (!found.ok) return found
  if (found.value === 'jpeg' || found.value === 'png') {
    const clean = await cleanPicture(content, found.value, longestSide)
    if (!clean.ok) return clean
    const { hadMetadata, ...picture } = clean.value
    return accept({ kind: found.value, bytes: picture.bytes, hadMetadata, picture })
  }
  const kind = found.value === 'zip' ? await officeKind(content) : found
  if (!kind.ok || kind.value === 'zip') return kind.ok ? refuse('type-unknown') : kind
  return accept({ bytes: content, hadMetadata: false, kind: kind.value, picture: null })
}

const SCAN_MILLISECONDS = 30_000

/** Asks clamd over its INSTREAM command: chunks with their length before them, a zero at the end. */
export const scanWithClamd = (address: string, content: Buffer): Promise<'clean' | 'infected'> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const socket = connect({ host: hostname, port: Number(port || 3310) })
    let answer = ''
    const size = Buffer.alloc(4)
    size.writeUInt32BE(content.length)
    socket.setTimeout(SCAN_MILLISECONDS, () => socket.destroy(new Error('clamd did not answer')))
    socket.on('connect', () =>
      socket.write(Buffer.concat([Buffer.from('zINSTREAM\0'), size, content, Buffer.alloc(4)])),
    )
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('error', reject)
    socket.on('close', () => {
      if (/ FOUND\0?$/.test(answer)) resolve('infected')
      else if (/: OK\0?$/.test(answer)) resolve('clean')
      else reject(new Error(`clamd said ${answer.slice(0, 80)}`))
    })
  })

/** Without a scanner a file is kept and marked; with one that does not answer it is refused, to be tried again. */
export const scanFile = async (
  address: string | undefined,
  content: Buffer,
): Promise<Decision<Scan, FileRefusal>> => {
  if (address === undefined) return accept('not-scanned')
  try {
    return (await scanWithClamd(address, content)) === 'clean' ? accept('clean') : refuse('infected')
  } catch {
    return refuse('scanner-away')
  }
}

/** The name without folders, control characters and its own ending: the ending is that of the content. */
export const safeFileName = (name: string, kind: FileKind): string => {
  const bare =
    name
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/[^\p{L}\p{N} ._()-]/gu, '')
      .replace(/\.[^.]*$/, '') ?? ''
  return `${bare.replace(/^[. ]+/, '').slice(0, 80) || 'file'}.${typeOfKind(kind).ending}`
}
