#!/usr/bin/env node
import { join } from 'node:path'
import { handOver, installDependencies, loader, root } from './prepare.mjs'

installDependencies()
handOver([...loader, join(root, 'src/main/cli.ts'), ...process.argv.slice(2)])
