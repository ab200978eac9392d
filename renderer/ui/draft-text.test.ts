import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftText } from './draft-text.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function field(value = '') {
  const commits: string[] = []
  const draft = createDraftText(value, (text) => commits.push(text))
  return { draft, commits }
}

describe('a field that is written in', () => {
  it('shows letters at once and commits when typing rests', () => {
    const { draft, commits } = field()
    for (const text of ['机', '机器', '机器人']) {
      draft.write(text)
      vi.advanceTimersByTime(200)
    }
    expect(draft.text()).toBe('机器人')
    expect(commits).toEqual([])
    vi.advanceTimersByTime(200)
    expect(commits).toEqual(['机器人'])
  })

  it('commits at once on leaving, and only once', () => {
    const { draft, commits } = field()
    draft.write('合影')
    draft.flush()
    draft.flush()
    vi.advanceTimersByTime(1000)
    expect(commits).toEqual(['合影'])
  })

  it('commits nothing while an input method is at work', () => {
    const { draft, commits } = field()
    draft.compose()
    draft.write('ji')
    vi.advanceTimersByTime(5000)
    expect(commits).toEqual([])
    draft.write('机')
    draft.composed()
    vi.advanceTimersByTime(400)
    expect(commits).toEqual(['机'])
  })

  it('takes what stands there when it is left in the middle of a word', () => {
    const { draft, commits } = field()
    draft.compose()
    draft.write('机')
    draft.flush()
    expect(commits).toEqual(['机'])
  })

  it('shows what others change while nobody writes', () => {
    const { draft, commits } = field('旧')
    draft.follow('新')
    expect(draft.text()).toBe('新')
    draft.flush()
    expect(commits).toEqual([])
  })

  it('keeps what the clerk writes while others change the value', () => {
    const { draft, commits } = field('旧')
    draft.write('写着')
    draft.follow('别人的')
    expect(draft.text()).toBe('写着')
    draft.flush()
    expect(commits).toEqual(['写着'])
  })

  it('goes on with what was typed while its own commit comes back', () => {
    const { draft } = field()
    draft.write('机')
    vi.advanceTimersByTime(400)
    draft.write('机器')
    draft.follow('机')
    expect(draft.text()).toBe('机器')
  })

  it('follows an undo after its commit', () => {
    const { draft } = field('旧')
    draft.write('新')
    draft.flush()
    draft.follow('新')
    draft.follow('旧')
    expect(draft.text()).toBe('旧')
  })

  it('goes back to the value and says whether anything was dropped', () => {
    const { draft, commits } = field('旧')
    draft.write('新')
    expect(draft.restore()).toBe(true)
    expect(draft.text()).toBe('旧')
    expect(draft.restore()).toBe(false)
    vi.advanceTimersByTime(1000)
    expect(commits).toEqual([])
  })

  it('commits nothing where the text came back to what it was', () => {
    const { draft, commits } = field('旧')
    draft.write('旧的')
    draft.write('旧')
    draft.flush()
    expect(commits).toEqual([])
  })
})
