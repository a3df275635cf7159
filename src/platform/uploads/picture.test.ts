import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { must } from '../testing/must.ts'
import { cleanPicture, KEPT_SIDE, SHOWN_SIDE, smallPicture } from './picture.ts'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#47a' } })
const photo = await blank(40, 30).jpeg().toBuffer()
const drawing = await blank(40, 30).png().toBuffer()

const segment = (marker: number, body: string | Buffer): Buffer => {
  const bytes = Buffer.from(body as string, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(bytes.length + 2, 2)
  return Buffer.concat([head, bytes])
}
/** The photo with further segments behind its first two bytes. */
const jpegWith = (...more: Buffer[]): Buffer =>
  Buffer.concat([photo.subarray(0, 2), ...more, photo.subarray(2)])

const chunk = (name: string, body: Buffer | string): Buffer => {
  const data = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(body as string, 'latin1')])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length - 4)
  sum.writeUInt32BE(crc32(data))
  return Buffer.concat([length, data, sum])
}
const HEADER_ENDS = 33
/** The drawing with further chunks behind its header. */
const pngWith = (...more: Buffer[]): Buffer =>
  Buffer.concat([drawing.subarray(0, HEADER_ENDS), ...more, drawing.subarray(HEADER_ENDS)])
const pngThatSays = (width: number, height: number, isInterlaced: boolean): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, isInterlaced ? 1 : 0], 8)
  return Buffer.concat([drawing.subarray(0, 8), chunk('IHDR', head), drawing.subarray(HEADER_ENDS)])
}

/** An Exif segment that says where a photo was taken and that the camera was held on its side. */
const held = await blank(40, 30)
  .withExif({ IFD0: { Make: 'Phone of Somebody' }, IFD3: { GPSLatitude: '54/1 54/1 0/1' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer()

describe('a photo', () => {
  test('loses the place and the camera, and stands upright', async () => {
    expect((await sharp(held).metadata()).orientation).toBe(6)
    const clean = must(await cleanPicture(held, 'jpeg', KEPT_SIDE))
    expect(clean).toMatchObject({ hadMetadata: true, width: 30, height: 40 })
    const { exif, icc, xmp, iptc, orientation, width } = await sharp(clean.bytes).metadata()
    expect({ exif, icc, xmp, iptc, orientation, width }).toEqual({ width: 30 })
    expect(clean.bytes.includes('Phone')).toBe(false)
  })

  test.each([
    ['a comment', jpegWith(segment(0xfe, 'home of Mrs Smith')), 'Smith'],
    [
      'notes of Photoshop',
      jpegWith(segment(0xed, 'Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x05owner')),
      'owner',
    ],
    ['a page in a profile', jpegWith(segment(0xe2, 'ICC_PROFILE\0<script>x</script>')), 'script'],
    ['a PDF in it', jpegWith(segment(0xee, 'Adobe%PDF-1.4')), 'PDF'],
    ['a ZIP behind it', Buffer.concat([photo, Buffer.from('PK\x03\x04a.txtPK\x05\x06')]), 'PK'],
    ['a second picture behind it', Buffer.concat([photo, held]), 'Phone'],
  ])('with %s is safe afterwards', async (_, hostile, hidden) => {
    expect(hostile.includes(hidden)).toBe(true)
    const clean = must(await cleanPicture(hostile, 'jpeg', null))
    expect(clean.bytes.includes(hidden)).toBe(false)
  })

  test('is as wide as a screen at most, and never made larger', async () => {
    const wide = await blank(2400, 30).jpeg().toBuffer()
    expect(must(await cleanPicture(wide, 'jpeg', KEPT_SIDE))).toMatchObject({ width: 1600, height: 20 })
    expect(must(await cleanPicture(wide, 'jpeg', null))).toMatchObject({ width: 2400, height: 30 })
    expect(must(await cleanPicture(photo, 'jpeg', KEPT_SIDE))).toMatchObject({ width: 40, height: 30 })
  })

  test('written anew once carries nothing the second time', async () => {
    const { bytes } = must(await cleanPicture(held, 'jpeg', KEPT_SIDE))
    expect(must(await cleanPicture(bytes, 'jpeg', KEPT_SIDE)).hadMetadata).toBe(false)
  })

  test.each([
    ['cut off', photo.subarray(0, -30)],
    ['of two bytes', photo.subarray(0, 2)],
    ['that is a drawing inside', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('%s is damaged', async (_, content) =>
    expect(await cleanPicture(content, 'jpeg', null)).toMatchObject({ refusal: 'damaged' }),
  )

  test('goes out small, as WebP', async () => {
    const small = await smallPicture(must(await cleanPicture(photo, 'jpeg', null)).bytes)
    expect(small).toMatchObject({ width: 40, height: 30 })
    const large = await smallPicture(await blank(1600, 1200).png().toBuffer())
    expect(large).toMatchObject({ width: SHOWN_SIDE, height: 480 })
    expect(large.bytes.length).toBeLessThan(5000)
    expect(large.bytes.toString('latin1', 8, 12)).toBe('WEBP')
  })
})

describe('a drawing', () => {
  test('loses its words, and stays a PNG', async () => {
    const clean = must(await cleanPicture(pngWith(chunk('tEXt', 'Author\0Mrs Smith')), 'png', null))
    expect(clean).toMatchObject({ hadMetadata: true, width: 40, height: 30 })
    expect(clean.bytes.toString('latin1')).toMatch(/^\x89PNG(?!.*Smith)/s)
  })

  test('that moves stands still', async () => {
    const frame = Buffer.alloc(26)
    frame.writeUInt32BE(40, 4)
    frame.writeUInt32BE(30, 8)
    const moving = pngWith(
      chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
      chunk('fcTL', frame),
      chunk('fdAT', 'SECOND FRAME'),
    )
    const clean = must(await cleanPicture(moving, 'png', null))
    expect(clean.bytes.toString('latin1')).not.toMatch(/acTL|fdAT|SECOND/)
  })

  test.each([
    ['60,000 by 60,000', 60_000, 60_000, false],
    ['6,000 by 5,000, interlaced', 6000, 5000, true],
  ])('that claims %s points is refused before it is unfolded', async (_, width, height, isInterlaced) => {
    const claimed = pngThatSays(width, height, isInterlaced)
    expect(await cleanPicture(claimed, 'png', KEPT_SIDE)).toMatchObject({ refusal: 'too-many-pixels' })
  })

  test('that claims more than it holds is damaged', async () =>
    expect(await cleanPicture(pngThatSays(400, 300, false), 'png', null)).toMatchObject({
      refusal: 'damaged',
    }))
})
