import { createServer } from 'node:net'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFile, scanWithClamd } from './check-file.ts'
import { cleanJpeg, pictureSize } from './clean-picture.ts'

const segment = (marker: number, body: string | Buffer): Buffer => {
  const bytes = Buffer.from(body as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}
const GPS = 'Exif\0\0MM\0*GPSLatitude 54.9 GPSLongitude -1.4'
const jpeg = (...more: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0'),
    ...more,
    segment(0xdb, 'q'.repeat(65)),
    segment(0xda, 'scan'),
    Buffer.from('picture'),
    Buffer.from([0xff, 0xd9]),
  ])

const chunk = (name: string, body: string): Buffer => {
  const data = Buffer.from(name + body, 'latin1')
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(data))
  return Buffer.concat([length, data, sum])
}
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const png = (...more: Buffer[]) =>
  Buffer.concat([PNG, chunk('IHDR', '0'.repeat(13)), ...more, chunk('IDAT', 'x'), chunk('IEND', '')])

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
  test('a JPEG loses its place, comments and what hangs behind it', async () => {
    const hostile = Buffer.concat([
      jpeg(segment(0xe1, GPS), segment(0xfe, 'home'), segment(0xed, 'owner')),
      Buffer.from('tail'),
    ])
    const checked = await checkFile(hostile)
    expect(checked).toMatchObject({ ok: true, value: { kind: 'jpeg', hadMetadata: true } })
    if (checked.ok) expect(checked.value.bytes.equals(jpeg())).toBe(true)
  })
  test('a JPEG loses the second picture that a telephone hangs behind the first, and previews in it', async () => {
    const second = Buffer.concat([jpeg(segment(0xe1, GPS))])
    const checked = await checkFile(
      Buffer.concat([jpeg(segment(0xe2, 'MPF\0'), segment(0xe0, 'JFXX\0thumb')), second]),
    )
    if (checked.ok) expect(checked.value.bytes.equals(jpeg())).toBe(true)
    expect(checked).toMatchObject({ ok: true, value: { hadMetadata: true } })
  })
  test.each([
    [
      'big-endian',
      'MM\0*\0\0\0\x08\0\x02\x01\x0f\0\x02\0\0\0\x05\0\0\0\x26\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0Phone',
    ],
    ['little-endian', 'II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS'],
  ])('a JPEG keeps how the camera was held, and nothing else of its Exif: %s', async (_, tiff) => {
    const frame = segment(0xc0, Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0]))
    const checked = await checkFile(jpeg(segment(0xe1, `Exif\0\0${tiff}`), frame))
    if (!checked.ok) throw new Error(checked.refusal)
    const { bytes } = checked.value
    expect(bytes.length).toBe(jpeg(frame).length + 36)
    expect(bytes.toString('latin1')).not.toMatch(/Phone|GPS/)
    expect(pictureSize(bytes)).toEqual({ width: 30, height: 40 })
    expect(await checkFile(bytes)).toMatchObject({ value: { hadMetadata: false } })
  })
  test('a JPEG of several scans, with stuffed bytes and restarts, stays as it is', async () => {
    const scan = Buffer.from([1, 0xff, 0, 2, 0xff, 0xd3, 3])
    const whole = Buffer.concat([
      jpeg().subarray(0, -2),
      scan,
      segment(0xc4, 'table'),
      segment(0xda, 'scan'),
      scan,
      Buffer.from([0xff, 0xd9]),
    ])
    const checked = await checkFile(whole)
    expect(checked).toMatchObject({ ok: true, value: { hadMetadata: false } })
    if (checked.ok) expect(checked.value.bytes.equals(whole)).toBe(true)
  })
  test('any bytes have a size or none, and cleaning twice changes nothing', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), tail])
        pictureSize(bytes)
        const once = cleanJpeg(bytes)
        if (once.ok) expect(cleanJpeg(once.value.bytes)).toMatchObject({ value: { hadMetadata: false } })
      }),
    ))
  test('a PNG says its size', () => {
    const head = Buffer.alloc(13)
    head.writeUInt32BE(640, 0)
    head.writeUInt32BE(480, 4)
    expect(pictureSize(Buffer.concat([PNG, chunk('IHDR', head.toString('latin1'))]))).toEqual({
      width: 640,
      height: 480,
    })
    expect(pictureSize(Buffer.from('GIF89a'))).toBeUndefined()
  })
  test('a PNG loses its text', async () => {
    const checked = await checkFile(Buffer.concat([png(chunk('tEXt', 'GPS 54.9')), Buffer.from('tail')]))
    if (checked.ok) expect(checked.value.bytes.equals(png())).toBe(true)
    expect(checked).toMatchObject({ ok: true, value: { hadMetadata: true } })
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
    ['a JPEG cut off', jpeg().subarray(0, 30), 'damaged'],
    ['a JPEG with a PDF in it', jpeg(segment(0xe2, 'ICC_PROFILE\0%PDF-1.4')), 'more-than-one-type'],
    ['a JPEG with a page in it', jpeg(segment(0xee, 'Adobe<script>x</script>')), 'more-than-one-type'],
    [
      'a JPEG that is a ZIP',
      Buffer.concat([jpeg().subarray(0, -2), zip(DOCX), Buffer.from([0xff, 0xd9])]),
      'more-than-one-type',
    ],
    ['a PNG cut off', png().subarray(0, 40), 'damaged'],
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

  test('no bytes at all make it throw, and no place survives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        await checkFile(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), noise]))
        await checkFile(Buffer.concat([PNG, noise]))
        const checked = await checkFile(jpeg(segment(0xe1, Buffer.concat([Buffer.from('GPS'), noise]))))
        if (checked.ok) expect(checked.value.bytes.includes('GPS')).toBe(false)
      }),
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
