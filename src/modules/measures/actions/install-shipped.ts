import { recordAudit } from '../../../platform/audit.ts'
import { actingAs, type Services } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { SHIPPED_FRAMEWORKS } from '../framework/shipped.ts'
import { insertVersion, listVersions, lockFramework } from '../store/frameworks.ts'
import type { MeasuresTables } from '../tables.ts'

/**
 * Puts the frameworks of this version of the product beside those of earlier ones, for all authorities. Versions that
 * are there stay as they are, so an adaptation always finds the version it rests on.
 */
export const installShippedFrameworks = async (services: Services): Promise<void> => {
  const operator = actingAs(services, { kind: 'command' }, null)
  await inTransaction<MeasuresTables, void>(operator, async (tx) => {
    await lockFramework(tx, 'shipped')
    const known = new Set(
      (await listVersions(tx)).map(({ framework }) => `${framework.id} ${framework.version}`),
    )
    for (const framework of SHIPPED_FRAMEWORKS) {
      if (known.has(`${framework.id} ${framework.version}`)) continue
      const id = newId()
      const addedAt = services.clock.now()
      await insertVersion(
        tx,
        { id, authorityId: null, terms: 'open', fileName: null, addedAt, framework },
        'product',
      )
      const facts = {
        framework: framework.id,
        version: framework.version,
        measures: framework.measures.length,
      }
      await recordAudit(tx, operator, { name: 'FRAMEWORK_ADDED', subject: id, facts })
    }
  })
}
