import { drawMesh, type MeshCell } from './hexagon-mesh.ts'
import { ALL_DISTRICTS, type District } from './made-up-places.ts'

const MESH_SEED = 31_415

export type DrawnDistrict = { readonly district: District; readonly cell: MeshCell }

/** Every district with its shape; the city is the first. */
export const drawDistricts = (): DrawnDistrict[] => {
  const cells = drawMesh(
    ALL_DISTRICTS.map((district) => district.cell),
    MESH_SEED,
  )
  return ALL_DISTRICTS.map((district, at) => ({ district, cell: cells[at] as MeshCell }))
}
