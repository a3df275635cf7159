import { type AuditTables, verifyAudit } from '../platform/audit.ts'
import { openAsOwner } from '../platform/database.ts'
import type { OwnerCommand } from './owner-command.ts'
import { openOwner } from './services.ts'

export const auditCommands: readonly OwnerCommand[] = [
  {
    name: 'audit verify',
    summary: 'Prove that no entry of the audit log was changed, removed or cut off',
    usage: '',
    minArgs: 0,
    maxArgs: 0,
    options: {},
    examples: ['audit verify', 'audit verify --json'],
    run: async ({ config, terminal }) => {
      const { owner, stop } = await openOwner(config)
      const db = openAsOwner<AuditTables>(owner)
      try {
        const proof = await verifyAudit(db)
        terminal.answer({ ok: proof.faults.length === 0, ...proof })
        for (const fault of proof.faults) {
          terminal.print(`Authority ${fault.authorityId}: entry ${fault.number} ${fault.problem}.`)
        }
        const count = `${proof.entries} entries in ${proof.chains} chains`
        terminal.print(
          proof.faults.length === 0
            ? `The audit log stands as it was written: ${count}.`
            : `${proof.faults.length} faults in ${count}.`,
        )
        return proof.faults.length === 0 ? 0 : 1
      } finally {
        await db.destroy()
        await stop()
      }
    },
  },
]
