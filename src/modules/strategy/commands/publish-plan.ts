import { actingForNamed } from '#identity'
import type { Command, CommandInput } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { refusalSentence } from '../messages.ts'
import { TEXT_LIMITS } from '../model.ts'
import { publishNamed } from '../publish-named.ts'

const textOf = ({ options }: CommandInput, name: string, most: number): string => {
  const value = options[name]
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '' || text.length > most) throw new Unusable(`Give --${name}, of at most ${most} characters.`)
  return text
}

export const publishPlanCommand: Command = {
  name: 'strategy publish-plan',
  summary: `Publish the next edition of the plan on a page, of at most ${TEXT_LIMITS.planPriorities} adopted priorities`,
  usage: '--title TITLE --introduction TEXT --priority NAME … --organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: {
    organisation: { type: 'string', description: 'whose plan it is' },
    title: { type: 'string', description: 'its title' },
    introduction: { type: 'string', description: 'what it is for, in two or three short sentences' },
    priority: {
      type: 'string',
      multiple: true,
      description: 'short name or id; may be given more than once',
    },
  },
  examples: [
    'strategy publish-plan --title "What we want" --introduction "For all who live here." --priority warm-homes --organisation "Northmere City Council"',
  ],
  run: async (input) => {
    const ctx = await actingForNamed(input.services, input.options.organisation)
    const { priority } = input.options
    const published = await publishNamed(ctx, {
      title: textOf(input, 'title', TEXT_LIMITS.planTitle),
      introduction: textOf(input, 'introduction', TEXT_LIMITS.planIntroduction),
      priorities: Array.isArray(priority) ? priority : [],
    })
    const { terminal } = input
    if (!published.ok) {
      const message = refusalSentence(published.refusal)
      terminal.answer({ error: { code: published.refusal, message } })
      terminal.warn(`${message}.`)
      return 1
    }
    terminal.answer(published.value)
    terminal.print(`Edition ${published.value.edition} is at /plans/${published.value.slug}`)
    return 0
  },
}
