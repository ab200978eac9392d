import { expect, test, vi } from 'vitest'
import { taskbarOf } from './taskbar.ts'

function open(focused: boolean) {
  let focus = (): void => undefined
  const window = {
    setProgressBar: vi.fn(),
    flashFrame: vi.fn(),
    isFocused: () => focused,
    on: (_event: 'focus', listener: () => void) => (focus = listener),
  }
  return { window, taskbar: taskbarOf(window), focus: () => focus() }
}

test('progress is a bar, work without an end moves, a failure is red, and nothing is nothing', () => {
  const { window, taskbar } = open(true)
  for (const progress of [0, 0.5, 'busy', 'failed', undefined] as const) taskbar.show(progress)
  expect(window.setProgressBar.mock.calls).toEqual([
    [0, { mode: 'normal' }],
    [0.5, { mode: 'normal' }],
    [2, { mode: 'indeterminate' }],
    [1, { mode: 'error' }],
    [-1, { mode: 'none' }],
  ])
})
test('a clerk who looks elsewhere is called, until they come back', () => {
  const { window, taskbar, focus } = open(false)
  taskbar.callOut()
  expect(window.flashFrame).toHaveBeenLastCalledWith(true)
  focus()
  expect(window.flashFrame).toHaveBeenLastCalledWith(false)
})
test('a clerk who looks on is not called', () => {
  const { window, taskbar } = open(true)
  taskbar.callOut()
  expect(window.flashFrame).not.toHaveBeenCalled()
})
