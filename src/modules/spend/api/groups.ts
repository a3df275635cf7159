import { z } from 'zod'
import { json } from '../../../platform/http/answer.ts'
import type { ApiRoute } from '../../../platform/http/route.ts'
import { inReading } from '../../../platform/reading.ts'
import { groupSuppliers, ungroupSuppliers } from '../actions/group-suppliers.ts'
import { groupJson } from '../group-report.ts'
import { groupSentence } from '../messages/groups.ts'
import { type GroupRefusal, groupKeyOf, MOST_GROUPED, type SupplierGroup } from '../model/groups.ts'
import { type GroupSuggestion, listGroups, listSuggestions } from '../store/groups.ts'
import type { SpendTables } from '../tables.ts'
import { pence } from './shapes.ts'

const MOST_SUGGESTED = 100
const key = z.string().min(1).max(300)
const member = z.object({ supplierKey: z.string(), name: z.string(), pence })
const body = z.object({
  name: z.string().max(200),
  suppliers: z.array(key).min(1).max(MOST_GROUPED).describe('Keys, as /api/v1/spend/suppliers has them'),
  group: z.uuid().nullable().default(null).describe('A group that these come to; null makes a new one'),
})
const refused = (refusal: GroupRefusal) =>
  json({ type: 'about:blank', title: groupSentence(refusal), status: 422, code: refusal }, 422)

type Found = { readonly groups: SupplierGroup[]; readonly suggestions: GroupSuggestion[] }

export const groupsApi: readonly ApiRoute[] = [
  {
    method: 'GET',
    path: '/api/v1/spend/groups',
    access: 'spend.read',
    audit: 'SUPPLIER_GROUPS_READ',
    page: 'spend/api/groups#list',
    summary: 'Groups of companies that count as one, and the largest that are suggested',
    answer: z.object({
      groups: z.array(z.looseObject({ id: z.string(), name: z.string(), members: z.array(member) })),
      suggestions: z.array(z.looseObject({ supplierKey: z.string(), names: z.array(z.string()), pence })),
    }),
    handle: async ({ ctx }) => {
      const { groups, suggestions } = await inReading<SpendTables, Found>(ctx, async (db) => ({
        groups: await listGroups(db),
        suggestions: await listSuggestions(db, MOST_SUGGESTED, 0),
      }))
      return json({ groups: groups.map(groupJson), suggestions })
    },
  },
  {
    method: 'POST',
    path: '/api/v1/spend/groups',
    access: 'suppliers.review',
    audit: 'SUPPLIERS_GROUPED',
    page: 'spend/api/groups#make',
    summary: 'Say that suppliers are one group of companies, for now and for every later file',
    body,
    answer: z.object({ id: z.string(), supplierKey: z.string() }),
    handle: async (request) => {
      const { name, suppliers, group } = request.body as z.output<typeof body>
      const grouped = await groupSuppliers(request.ctx, { name, keys: suppliers, groupId: group })
      if (!grouped.ok) return refused(grouped.refusal)
      return json({ id: grouped.value, supplierKey: groupKeyOf(grouped.value) }, 201)
    },
  },
  {
    method: 'DELETE',
    path: '/api/v1/spend/groups/:groupId',
    access: 'suppliers.review',
    audit: 'SUPPLIERS_UNGROUPED',
    page: 'spend/api/groups#undo',
    summary: 'Take a whole group apart again',
    answer: z.object({ id: z.string() }),
    handle: async (request) => {
      const undone = await ungroupSuppliers(request.ctx, request.params.groupId ?? '', null)
      return undone.ok ? json({ id: undone.value }) : refused(undone.refusal)
    },
  },
]
