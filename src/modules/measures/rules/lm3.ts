import { type Exact, exact, ONE } from './exact.ts'

/** The arithmetic is the kernel's: studies of spending and the valuation of contracts work it out alike. */
export { localMultiplier } from '../../../kernel/local-multiplier.ts'

/**
 * What a pound is worth to the place, in two readings that must not be mixed: 'lands' counts only money that arrives
 * in the place (nothing of a contract with a supplier from outside), 'contract' counts the whole contract as round one.
 */
export const worthOfAPound = (
  respentInPlace: Exact,
  supplier: 'inside' | 'outside',
  reading: 'lands' | 'contract',
): Exact => (supplier === 'inside' || reading === 'contract' ? ONE : exact(0)).plus(respentInPlace)
