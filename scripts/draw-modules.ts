type ModuleMap = Readonly<Record<string, readonly string[]>>

const BOX = { width: 130, height: 36, gapX: 40, gapY: 56 }

/** How far a module is from those that use nothing: its row in the drawing. */
const depthOf = (map: ModuleMap, name: string): number =>
  Math.max(-1, ...(map[name] ?? []).map((used) => depthOf(map, used))) + 1

/** docs/modules.svg: which module may use which. Arrows point to what is used. */
export const drawModules = (map: ModuleMap): string => {
  const rows = Map.groupBy(Object.keys(map), (name) => depthOf(map, name))
  const widest = Math.max(...[...rows.values()].map((names) => names.length))
  const width = widest * (BOX.width + BOX.gapX) + BOX.gapX
  const deepest = Math.max(...rows.keys())
  const at = new Map<string, { x: number; y: number }>()
  for (const [depth, names] of rows) {
    const start = (width - names.length * (BOX.width + BOX.gapX) + BOX.gapX) / 2
    names.forEach((name, index) =>
      at.set(name, {
        x: start + index * (BOX.width + BOX.gapX),
        y: 20 + (deepest - depth) * (BOX.height + BOX.gapY),
      }),
    )
  }
  const place = (name: string) => at.get(name) ?? { x: 0, y: 0 }
  const arrows = Object.entries(map).flatMap(([name, used]) =>
    used.map((other) => {
      const [from, to] = [place(name), place(other)]
      return `<line x1="${from.x + BOX.width / 2}" y1="${from.y + BOX.height}" x2="${to.x + BOX.width / 2}" y2="${to.y}" stroke="#8a6d1d" marker-end="url(#head)"/>`
    }),
  )
  const boxes = Object.keys(map).map((name) => {
    const { x, y } = place(name)
    return `<g><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="#0f2f27"/><text x="${x + BOX.width / 2}" y="${y + 23}" fill="#fff" text-anchor="middle" font-family="sans-serif" font-size="14">${name}</text></g>`
  })
  const height = (deepest + 1) * (BOX.height + BOX.gapY)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Which module may use which">`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#8a6d1d"/></marker></defs>',
    ...arrows,
    ...boxes,
    '</svg>',
    '',
  ].join('\n')
}
