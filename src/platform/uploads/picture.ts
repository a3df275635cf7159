import sharp, { type Sharp } from 'sharp'
import { accept, type Decision, refuse } from '../../kernel/decision.ts'
import type { FileRefusal } from './file-kinds.ts'

// Only these two are ever read, so that no other reader of libvips meets what a stranger sends; nothing is kept between
// pictures, and one picture is worked on by one thread.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
sharp.cache(false)
sharp.concurrency(1)

/** Larger than what telephones take (108 million); read line by line, it takes tens of megabytes. */
const MOST_PIXELS = 120_000_000
/** A progressive JPEG or interlaced PNG is unfolded as a whole: up to 10 bytes a pixel. */
const MOST_PIXELS_AT_ONCE = 25_000_000
const MOST_SECONDS = 30

/** The long side of a photo that is kept as evidence: a screen's width. */
export const KEPT_SIDE = 1600
/** The long side of a photo in a public page: a text's width. */
export const SHOWN_SIDE = 640

export type Picture = { readonly bytes: Buffer; readonly width: number; readonly height: number }
export type Cleaned = Picture & { readonly hadMetadata: boolean }

const READING = { limitInputPixels: MOST_PIXELS, failOn: 'error', autoOrient: true } as const

let last: Promise<unknown> = Promise.resolve()
/** One picture after the other, so that many uploads at once take the memory of one. */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const next = last.then(work)
  last = next.catch(() => undefined)
  return next
}

const write = async (picture: Sharp, longestSide: number | null): Promise<Picture> => {
  const sized = longestSide
    ? picture.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    : picture
  const { data, info } = await sized.timeout({ seconds: MOST_SECONDS }).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

/**
 * A JPEG or PNG written anew from its points alone, upright and in sRGB: no Exif with its place, no profile, no preview,
 * no further picture, nothing behind the end. An animation becomes its first picture. `longestSide` is in pixels; null
 * keeps the size.
 */
export const cleanPicture = (
  content: Buffer,
  kind: 'jpeg' | 'png',
  longestSide: number | null,
): Promise<Decision<Cleaned, FileRefusal>> =>
  inTurn(async () => {
    try {
      const told = await sharp(content, { ...READING, limitInputPixels: false }).metadata()
      const pixels = told.width * told.height
      if (pixels > MOST_PIXELS) return refuse('too-many-pixels')
      if (told.isProgressive && pixels > MOST_PIXELS_AT_ONCE) return refuse('too-many-pixels')
      const picture = sharp(content, READING)
      const anew = kind === 'jpeg' ? picture.jpeg({ quality: 85 }) : picture.png({ compressionLevel: 9 })
      const { exif, xmp, iptc, comments } = told
      const hadMetadata = [exif, xmp, iptc, comments].some((each) => each !== undefined)
      return accept({ ...(await write(anew, longestSide)), hadMetadata })
    } catch {
      return refuse('damaged')
    }
  })

/** A clean picture as a small WebP for a page on a poor line. Throws where it is no JPEG or PNG. */
export const smallPicture = (clean: Buffer): Promise<Picture> =>
  inTurn(() => write(sharp(clean, READING).webp({ quality: 75 }), SHOWN_SIDE))
