import { expect, test } from 'vitest'
import { Fault } from '../shared/faults.ts'
import { deskServices, type DeskTools } from './desk-services.ts'

function desk(given: Partial<DeskTools> = {}) {
  const shown: string[] = []
  const asked: unknown[] = []
  const folder = { claim: 'c', shown: '/文档/科普日报送' }
  const services = deskServices({
    claim: (place) => place,
    locate: async () => undefined,
    outFolder: { current: () => folder, choose: () => folder },
    showOpen: async () => ({ canceled: true, filePaths: [] }),
    showSave: async (options) => {
      asked.push(options.defaultPath)
      return { canceled: false, filePath: '/桌面/诊断.zip' }
    },
    showInFolder: (file) => void shown.push(file),
    writeText: async () => undefined,
    print: async () => true,
    diagnose: async () => undefined,
    now: () => new Date(2023, 7, 20, 9, 5),
    report: () => 'ref',
    ...given,
  })
  return { services, shown, asked }
}

test('the diagnostics are written where the clerk says, and shown there', async () => {
  const written: string[] = []
  const { services, shown, asked } = desk({ diagnose: async (file) => void written.push(file) })
  expect(await services.exportDiagnostics()).toBe('written')
  expect(asked).toEqual(['/文档/科普日报送助手-诊断信息-20230820-0905.zip'])
  expect([written, shown]).toEqual([['/桌面/诊断.zip'], ['/桌面/诊断.zip']])
})
test('who thinks better of it gets none', async () => {
  const { services, shown } = desk({ showSave: async () => ({ canceled: true, filePath: '' }) })
  expect(await services.exportDiagnostics()).toBe('cancelled')
  expect(shown).toEqual([])
})
test('a fault comes through as its data, a bug as its reference', async () => {
  const data = { code: 'disk-full', path: '/桌面' } as const
  const full = desk({ diagnose: () => Promise.reject(new Fault(data)) })
  expect(await full.services.exportDiagnostics()).toEqual({ fault: data })
  const broken = desk({ diagnose: () => Promise.reject(new Error('bug')) })
  expect(await broken.services.exportDiagnostics()).toEqual({ fault: { code: 'internal', reference: 'ref' } })
  expect([...full.shown, ...broken.shown]).toEqual([])
})
