import type { RegisterId } from '../model.ts'

export const REGISTERS_PATH = '/registers'
export const IMPORT_PATH = '/registers/import'
export const LOOK_UP_PATH = '/suppliers/look-up'

export const registerPath = (registerId: RegisterId): string => `${REGISTERS_PATH}/${registerId}`
export const removePath = (registerId: RegisterId): string => `${registerPath(registerId)}/remove`
