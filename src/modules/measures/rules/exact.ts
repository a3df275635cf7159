export * from '../../../kernel/exact.ts'
