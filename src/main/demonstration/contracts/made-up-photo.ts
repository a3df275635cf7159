import sharp from 'sharp'

const [WIDTH, HEIGHT] = [720, 480]

/** Sky, sun, far hills, near hills, path, hedge. */
const COLOURS = [0xd6_e4_ea, 0xf2_c1_4e, 0x9f_b8_a6, 0x5d_8a_66, 0xcf_b8_93, 0x2f_5d_46] as const

const hill = (x: number, base: number, height: number, length: number, shift: number): number =>
  base - height * Math.sin((x + shift) / length)

/** Which colour of the table a point of the made-up park has. */
const colourAt = (x: number, y: number, at: number): number => {
  if ((x - 560 + at * 90) ** 2 + (y - 110) ** 2 < 52 ** 2 && y < hill(x, 250, 34, 95, at * 70)) return 1
  if (y < hill(x, 250, 34, 95, at * 70)) return 0
  if (y < hill(x, 320, 26, 150, at * 120)) return 2
  const path = 360 + 120 * Math.sin(y / 90 + at)
  if (Math.abs(x - path) < (y - 300) / 4) return 4
  return (((x + at * 40) % 120) - 60) ** 2 + (y - 440 - at * 6) ** 2 < 34 ** 2 ? 5 : 3
}

/** A drawing of a park as a PNG of a few kB, another for each number: nobody's photo, as nothing here is anybody's. */
export const madeUpPhoto = (at: number): Promise<Buffer> => {
  const points = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      points.writeUIntBE(COLOURS[colourAt(x, y, at)] ?? 0, (y * WIDTH + x) * 3, 3)
  return sharp(points, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer()
}
