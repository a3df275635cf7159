import { createServer } from 'node:net'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { checkFile, scanWithClamd } from './check-file.ts'

const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#47a' } })
  .jpeg()
  .toBuffer()

/** A ZIP with deflated members, written by hand so that names and sizes can be hostile. */
const zip = (members: Readonly<Record<string, string | Buffer>>): Buffer => {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(members)) {
    const raw = Buffer.from(content as string)
    const packed = deflateRawSync(raw)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(raw), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(raw.length, 18)
    head.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, tail, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(centrals.length, 4)
  end.writeUInt16LE(centrals.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}
const DOCX = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }

describe('a file that is taken', () => {
  test('a picture is written anew, as large as it is unless a side is given', async () => {
    const whole = await checkFile(photo)
    expect(whole).toMatchObject({ value: { kind: 'jpeg', picture: { width: 8, height: 6 } } })
    if (whole.ok) expect(whole.value.bytes).toBe(whole.value.picture?.bytes)
    expect(await checkFile(photo, 4)).toMatchObject({ value: { picture: { width: 4, height: 3 } } })
  })
  test.each([
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n'), 'pdf'],
    ['a table', Buffer.from('day,hours\n2026-01-01,3\n'), 'csv'],
    ['a Word document', zip(DOCX), 'docx'],
  ])('%s is known by its content', async (_, content, kind) =>
    expect(await checkFile(content)).toMatchObject({ ok: true, value: { kind, hadMetadata: false } }),
  )
})

describe('a file that is refused', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 ** 2 + 1), 'too-large'],
    ['an SVG with a script', Buffer.from('<svg xmlns="x"><script>alert(1)</script></svg>'), 'active-content'],
    ['a web page', Buffer.from('<!doctype html>\n<html>,\n</html>,'), 'active-content'],
    ['a program', Buffer.from('MZ\x90\x00\x03'), 'type-unknown'],
    ['a GIF', Buffer.from('GIF89a;alert(1)'), 'type-unknown'],
    ['a moving WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8X\n\0\0\0\x02ANIM', 'latin1'), 'type-unknown'],
    [
      'a picture of a telephone in its own form',
      Buffer.from('\0\0\0\x18ftypheic\0\0', 'latin1'),
      'type-unknown',
    ],
    ['a JPEG that is none', Buffer.from('\xff\xd8\xff\xe1 no picture at all', 'latin1'), 'damaged'],
    [
      'a PDF with JavaScript',
      Buffer.from('%PDF-1.4\n<</OpenAction<</S/J#61vaScript/JS(app.alert(1))>>>>\n%%EOF'),
      'active-content',
    ],
    [
      'a PDF that is a ZIP',
      Buffer.concat([Buffer.from('%PDF-1.4\n'), zip(DOCX), Buffer.from('%%EOF')]),
      'more-than-one-type',
    ],
    ['a locked PDF', Buffer.from('%PDF-1.4\n<</Encrypt 5 0 R>>\n%%EOF'), 'locked'],
    ['a macro document', zip({ ...DOCX, 'word/vbaProject.bin': 'x' }), 'active-content'],
    ['an embedded object', zip({ ...DOCX, 'word/embeddings/o.ole': 'x' }), 'active-content'],
    ['a path that climbs', zip({ ...DOCX, '../../etc/passwd': 'x' }), 'damaged'],
    ['a bare ZIP', zip({ 'a.txt': 'x' }), 'type-unknown'],
    ['a ZIP bomb', zip({ ...DOCX, 'word/bomb.xml': Buffer.alloc(201 * 1024 ** 2) }), 'too-large'],
    ['a ZIP cut off', zip(DOCX).subarray(0, 60), 'damaged'],
    ['a table with a formula', Buffer.from('a,b\n=cmd|x,1\n'), 'active-content'],
  ])('%s', async (_, content, refusal) =>
    expect(await checkFile(content)).toMatchObject({ ok: false, refusal }),
  )

  test('no bytes at all make it throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        for (const head of ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', '%PDF-', 'PK\x03\x04', ''])
          await checkFile(Buffer.concat([Buffer.from(head, 'latin1'), noise]))
      }),
      { numRuns: 40 },
    )
  })
})

describe('the virus scanner', () => {
  test.each([
    ['stream: OK\0', 'clean'],
    ['stream: Eicar-Test-Signature FOUND\0', 'infected'],
  ])('that says %j', async (said, outcome) => {
    const heard: Buffer[] = []
    const server = createServer((socket) => {
      socket.on('data', (data) => {
        heard.push(data)
        if (Buffer.concat(heard).subarray(-4).equals(Buffer.alloc(4))) socket.end(said)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    expect(await scanWithClamd(`tcp://127.0.0.1:${port}`, Buffer.from('file'))).toBe(outcome)
    expect(Buffer.concat(heard).toString('latin1')).toBe('zINSTREAM\0\0\0\0\x04file\0\0\0\0')
    server.close()
  })
  test('that is away is an error, not a clean file', async () => {
    await expect(scanWithClamd('tcp://127.0.0.1:1', Buffer.from('x'))).rejects.toThrow()
  })
})
