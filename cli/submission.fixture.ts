import { copyFixture, photo } from './media.fixture.ts'
import { fillForm, type FormTexts, goodTexts } from './form.fixture.ts'
import type { Desk } from './kepuri.fixture.ts'

export const member = {
  name: '辽宁省气象局',
  class: 'member',
  region: '沈阳市',
  contact: '张三',
  phone: '024-12345678',
}

/** Writes 材料 (a sound photo and a sound video), `unit.json` of a member unit, whose quota is two, and the filled-in 说明.xlsx. */
export async function soundSubmission(
  desk: Desk,
  texts: Readonly<Record<string, FormTexts>> = { '*': goodTexts },
): Promise<void> {
  await desk.write('材料/启动仪式.jpg', await photo(1))
  await copyFixture('video-120.00s.mp4', desk.path('材料', '宣传片.mp4'))
  await desk.write('unit.json', JSON.stringify(member))
  await blankForm(desk, '材料', '空白.xlsx')
  await fillForm(desk.path('空白.xlsx'), desk.path('说明.xlsx'), texts)
}

/** Lets the program write a form for the files, to be filled in. */
export async function blankForm(desk: Desk, source: string, name: string, task = 'media'): Promise<void> {
  const ran = await desk.run('form', source, '--task', task, '--out', name)
  if (ran.code !== 0) throw new Error(ran.err)
}

/** The words of a `pack` that would succeed. */
export const soundPack = [
  'pack',
  '材料',
  '--task',
  'media',
  '--unit',
  'unit.json',
  '--sheet',
  '说明.xlsx',
] as const
