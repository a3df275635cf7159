import type { PackPart } from './evidence-pack.ts'
import { STAGE_NAMES } from './messages.ts'
import type { Evaluation } from './model.ts'

const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The page that an auditor opens first; it needs no network and no program but a browser. */
export const packIndex = (evaluation: Evaluation, parts: readonly PackPart[]): string => {
  const rows = parts.map(
    ({ name, about, rows: found }) =>
      `<tr><th scope="row">${safe(about)}</th><td>${found.length}</td><td><a href="${name}.csv">CSV</a></td><td><a href="${name}.json">JSON</a></td></tr>`,
  )
  const title = safe(`${evaluation.title} (${evaluation.reference})`)
  return `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Evidence: ${title}</title>
<style>body{font-family:sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;line-height:1.5}table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #999}tbody th{font-weight:normal}h1,code{overflow-wrap:anywhere}</style></head>
<body><main>
<h1>${title}</h1>
<p>State: ${STAGE_NAMES[evaluation.stage]}. Lead: ${safe(evaluation.leadName)}.${evaluation.standstillWords ? ` ${safe(evaluation.standstillWords)}` : ''}${evaluation.endedBecause ? ` ${safe(evaluation.endedBecause)}` : ''}</p>
<p>Fingerprint of the criteria as published: <code>${evaluation.fingerprint}</code></p>
<p>Each part is a table (CSV, for a spreadsheet) and the same in full (JSON). A part without rows says that nothing of that kind took place.</p>
<p>Criteria, bids and agreed scores can be scored again by anybody with <code>goldthread score</code>. <a href="SHA256SUMS">SHA256SUMS</a> has the fingerprint of each file here.</p>
<table><thead><tr><th scope="col">Part</th><th scope="col">Rows</th><th scope="col" colspan="2">Files</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
</main></body></html>
`
}
