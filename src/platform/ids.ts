import { v7 } from 'uuid'

/** A new id. Version 7, so that rows made together lie together in the index. */
export const newId = (): string => v7()

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a piece of an address can be an id at all, so that a mistyped one is "not found", not an error. */
export const isId = (text: string): boolean => UUID.test(text)
