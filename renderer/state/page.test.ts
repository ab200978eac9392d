import { describe, expect, it } from 'vitest'
import { addressOf, type Page, pageOf } from './page.ts'

describe('an address', () => {
  it.each<[string, Page]>([
    ['#/media', { at: 'task', task: 'media' }],
    ['#/media/send', { at: 'send', task: 'media', package: undefined }],
    ['#/media/send/p1', { at: 'send', task: 'media', package: 'p1' }],
    ['#/media/print/p1/checklist', { at: 'print', task: 'media', package: 'p1', paper: 'checklist' }],
    [
      '#/activities/print/p1/statement',
      { at: 'print', task: 'activities', package: 'p1', paper: 'statement' },
    ],
  ])('%s is a page, and the page has that address', (address, page) => {
    expect(pageOf(address)).toEqual(page)
    expect(addressOf(page)).toBe(address)
  })

  it.each<[string, Page | undefined]>([
    ['', undefined],
    ['#/', undefined],
    ['#/media/elsewhere', { at: 'task', task: 'media' }],
    ['#/media/print', { at: 'send', task: 'media', package: undefined }],
    ['#/media/print/p1', { at: 'print', task: 'media', package: 'p1', paper: 'checklist' }],
    ['#/media/print/p1/receipt', { at: 'print', task: 'media', package: 'p1', paper: 'checklist' }],
  ])('%s leads to the nearest page', (address, page) => expect(pageOf(address)).toEqual(page))
})
