import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const source = readFileSync(new URL('_palette.scss', import.meta.url), 'utf8')

const colour = (name: string): string => {
  const found = new RegExp(`(?:\\$| )${name}: (#[0-9a-f]{6})`).exec(source)?.[1]
  if (!found) throw new Error(`No colour ${name}`)
  return found
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const numbered = (map: string): string[] => {
  const body = new RegExp(`\\$${map}: \\(([^)]*)\\)`).exec(source)?.[1] ?? ''
  return body.match(/#[0-9a-f]{6}/g) ?? []
}

describe('the palette', () => {
  it.each([
    ['ink', 'paper'],
    ['ink', 'sand'],
    ['ink', 'focus'],
    ['ink-soft', 'paper'],
    ['ink-soft', 'white'],
    ['ink-soft', 'sand'],
    ['green', 'paper'],
    ['green', 'sand'],
    ['green-dark', 'mint'],
    ['visited', 'paper'],
    ['error', 'paper'],
    ['white', 'button'],
    ['white', 'green-dark'],
    ['white', 'deep'],
    ['gold', 'deep'],
    ['gold-text', 'paper'],
  ])('lets %s be read on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('has shades that darken step by step', () => {
    const shades = numbered('shades').map(luminance)
    expect(shades).toHaveLength(5)
    expect(shades.every((shade, at) => at === 0 || shade < (shades[at - 1] ?? 0) * 0.8)).toBe(true)
  })

  it('has six tones', () => {
    expect(new Set(numbered('tones')).size).toBe(6)
  })
})
