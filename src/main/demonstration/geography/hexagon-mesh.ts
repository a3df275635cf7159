import { type SeededRandom, seededRandom } from '../seeded-random.ts'

/** Metres on the British National Grid: easting, northing. */
export type GridPoint = readonly [number, number]
/** A closed line: the last point is the first. */
export type GridRing = readonly GridPoint[]

/** A cell of the mesh as six wedges around its middle; two neighbours share every point of their border. */
export type MeshCell = {
  readonly middle: GridPoint
  readonly outline: GridRing
  readonly wedges: readonly GridRing[]
}

/** In the North Sea, 100 km off the coast. */
const ORIGIN: GridPoint = [620_000, 500_000]
const RADIUS = 12_000
/** The city is smaller than the districts around it. */
const CITY_SCALE = 0.55
const CORNERS = [0, 1, 2, 3, 4, 5] as const
/** Each border is halved so many times. */
const HALVINGS = 4

const middleOf = ([q, r]: readonly [number, number]): GridPoint => [
  ORIGIN[0] + RADIUS * Math.sqrt(3) * (q + r / 2),
  ORIGIN[1] - RADIUS * 1.5 * r,
]

const plainCorner = (middle: GridPoint, corner: number): GridPoint => {
  const angle = (Math.PI / 3) * corner + Math.PI / 6
  return [middle[0] + RADIUS * Math.cos(angle), middle[1] + RADIUS * Math.sin(angle)]
}

const keyOf = ([x, y]: GridPoint): string => `${Math.round(x / 10)} ${Math.round(y / 10)}`

/** A border as nature draws it: its middle is moved aside, then the middles of its halves, each time by less. */
const roughen = (from: GridPoint, to: GridPoint, random: SeededRandom, halvings: number): GridPoint[] => {
  if (halvings === 0) return [from]
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const aside = random.between(-0.16, 0.16)
  const middle: GridPoint = [
    Math.round((from[0] + to[0]) / 2 - dy * aside),
    Math.round((from[1] + to[1]) / 2 + dx * aside),
  ]
  return [...roughen(from, middle, random, halvings - 1), ...roughen(middle, to, random, halvings - 1)]
}

const meshPens = (seed: number) => {
  const random = seededRandom(seed)
  const corners = new Map<string, GridPoint>()
  const borders = new Map<string, GridPoint[]>()
  const corner = (cell: readonly [number, number], number: number): GridPoint => {
    const plain = plainCorner(middleOf(cell), number)
    const known = corners.get(keyOf(plain))
    if (known) return known
    const isOfCity = Math.hypot(plain[0] - ORIGIN[0], plain[1] - ORIGIN[1]) < RADIUS * 1.01
    const scale = isOfCity ? CITY_SCALE : 1
    const made: GridPoint = [
      Math.round(ORIGIN[0] + (plain[0] - ORIGIN[0]) * scale + random.between(-0.22, 0.22) * RADIUS * scale),
      Math.round(ORIGIN[1] + (plain[1] - ORIGIN[1]) * scale + random.between(-0.22, 0.22) * RADIUS * scale),
    ]
    corners.set(keyOf(plain), made)
    return made
  }
  /** From one point up to, and without, the other. */
  const border = (from: GridPoint, to: GridPoint): GridPoint[] => {
    const back = borders.get(`${keyOf(to)} ${keyOf(from)}`)
    if (back) return [from, ...back.slice(1).toReversed()]
    const name = `${keyOf(from)} ${keyOf(to)}`
    const line = borders.get(name) ?? roughen(from, to, random, HALVINGS)
    borders.set(name, line)
    return line
  }
  return { corner, border }
}

const closed = (points: readonly GridPoint[]): GridRing => [...points, points[0] as GridPoint]

/** Draws the cells at these axial coordinates: a mesh of hexagons, its corners moved and its borders made rough. */
export const drawMesh = (cells: readonly (readonly [number, number])[], seed: number): MeshCell[] => {
  const { corner, border } = meshPens(seed)
  return cells.map((cell) => {
    const corners = CORNERS.map((number) => corner(cell, number))
    const at = (number: number): GridPoint => corners[number % CORNERS.length] as GridPoint
    const middle: GridPoint = [
      Math.round(corners.reduce((sum, [x]) => sum + x, 0) / CORNERS.length),
      Math.round(corners.reduce((sum, [, y]) => sum + y, 0) / CORNERS.length),
    ]
    const outline = closed(CORNERS.flatMap((number) => border(at(number), at(number + 1))))
    const wedges = CORNERS.map((number) =>
      closed([
        ...border(middle, at(number)),
        ...border(at(number), at(number + 1)),
        ...border(at(number + 1), middle),
      ]),
    )
    return { middle, outline, wedges }
  })
}

/** Whether a point lies inside: a line eastwards from it crosses the ring an odd number of times. */
export const isInside = ([x, y]: GridPoint, ring: GridRing): boolean => {
  let crossings = 0
  for (const [at, [bx, by]] of ring.entries()) {
    const [ax, ay] = ring.at(at - 1) ?? [bx, by]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) crossings++
  }
  return crossings % 2 === 1
}

/** Where the origin lies, and how far grid north turns from true north there. */
const ORIGIN_DEGREES: GridPoint = [1.392, 54.346]
const TURN = (2.76 * Math.PI) / 180
const METRES_A_DEGREE = 111_300

/** Longitude and latitude of a point near the origin, within some hundred metres: enough where nothing is real. */
export const degreesOf = ([easting, northing]: GridPoint): readonly [number, number] => {
  const [dx, dy] = [easting - ORIGIN[0], northing - ORIGIN[1]]
  const [x, y] = [dx * Math.cos(TURN) + dy * Math.sin(TURN), dy * Math.cos(TURN) - dx * Math.sin(TURN)]
  const metresEastwards = METRES_A_DEGREE * Math.cos((ORIGIN_DEGREES[1] * Math.PI) / 180)
  const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
  return [rounded(ORIGIN_DEGREES[0] + x / metresEastwards), rounded(ORIGIN_DEGREES[1] + y / METRES_A_DEGREE)]
}
