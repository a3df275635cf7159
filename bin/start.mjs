import { join } from 'node:path'
import { handOver, installDependencies, loader, root } from './prepare.mjs'

installDependencies()
handOver([...loader, join(root, 'src/main/start.ts')], { cwd: root })
