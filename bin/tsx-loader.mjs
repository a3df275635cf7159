// Node runs .ts as it is; .tsx goes through esbuild, all files at once and in memory.
import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
let built

const build = () => {
  const outdir = `${root}.tsx`
  const result = buildSync({
    entryPoints: globSync('src/**/*.tsx', { cwd: root }).filter((file) => !file.includes('.test.')),
    absWorkingDir: root,
    outdir,
    outbase: root,
    write: false,
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'error',
  })
  return new Map(
    result.outputFiles.map((file) => [
      pathToFileURL(file.path.replace(outdir, root.replace(/\/$/, '')).replace(/\.js$/, '.tsx')).href,
      file.text,
    ]),
  )
}

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    built ??= build()
    const source = built.get(url)
    if (source === undefined) throw new Error(`${url} was not built`)
    return { format: 'module', source, shortCircuit: true }
  },
})
