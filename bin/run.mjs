// Runs one of our TypeScript programs: node bin/run.mjs bench/import.ts --rows 1000
import { resolve } from 'node:path'
import { handOver, installDependencies, loader, root } from './prepare.mjs'

installDependencies()
const [program = '', ...args] = process.argv.slice(2)
handOver(['--expose-gc', ...loader, resolve(root, program), ...args], { cwd: root })
