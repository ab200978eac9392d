import { beforeAll, describe, expect, it } from 'vitest'
import { fillForm } from './form.fixture.ts'
import { CheckJson, PackJson } from './json.fixture.ts'
import { desk } from './kepuri.fixture.ts'
import { photo, pngPhoto } from './media.fixture.ts'
import { blankForm } from './submission.fixture.ts'
import { readPackage } from './zip.fixture.ts'

const at = desk()
const words = ['老照片', '--task', 'history', '--unit', 'unit.json', '--sheet', '登记.xlsx'] as const
const texts = {
  拍摄时间: '2010年9月',
  拍摄地点: '沈阳市',
  图片来源: '市科协资料室',
  图片说明: '首个科普日启动仪式。',
}

beforeAll(async () => {
  await at.write(
    'unit.json',
    JSON.stringify({
      name: '沈阳市科协',
      class: 'city',
      region: '沈阳市',
      contact: '张三',
      phone: '024-23221703',
    }),
  )
  await at.write('老照片/1号.jpeg', await photo(40, { bytes: 2_500_000 }))
  await at.write('老照片/2号.png', await pngPhoto(41))
  await blankForm(at, '老照片', '空白.xlsx', 'history')
  await fillForm(at.path('空白.xlsx'), at.path('登记.xlsx'), { '*': texts })
})

describe('the historical pictures', () => {
  it('are not packed before both declarations are made', async () => {
    const before = await at.listing()
    for (const [declared, left] of [
      [[], ['quality', 'rights']],
      [['--declare', 'quality'], ['rights']],
    ] as const) {
      const { code, json } = await at.json(CheckJson, 'check', ...words, ...declared)
      expect(code).toBe(1)
      const missing = json.findings.filter((finding) => finding.code === 'declaration-missing')
      expect(missing.map(({ rule }) => rule)).toEqual(left.map((id) => `declaration-${id}`))
      expect(missing.every(({ severity }) => severity === 'error')).toBe(true)
    }
    const { code, out } = await at.run('pack', ...words, '--declare', 'rights', '--out', '包')
    expect(code).toBe(1)
    expect(out).toContain('还没有确认：“影像清晰完整')
    expect(await at.listing()).toEqual(before)
  })

  it('go out under the prescribed subject, with the declared registration form', async () => {
    const { code, json } = await at.json(PackJson, 'pack', ...words, '--declare', 'all', '--out', '包')
    expect(code).toBe(0)
    expect(json.mails).toMatchObject([
      { to: 'kepuri@cast.org.cn', subject: '科普日图片+沈阳市科协+024-23221703', mandated: true },
    ])
    const inside = await readPackage(at.path(json.packages[0]?.path ?? ''))
    const names = inside.map(({ name }) => name)
    expect(names).toContain('全国科普日活动历史图片信息登记表.docx')
    expect(names.filter((name) => name.startsWith('图片/'))).toEqual([
      '图片/01-沈阳市科协-1号.jpg',
      '图片/02-沈阳市科协-2号.png',
    ])
    const manifest = inside.find(({ name }) => name === 'manifest.json')?.content.toString('utf8') ?? ''
    expect(JSON.parse(manifest)).toMatchObject({ declared: ['quality', 'rights'] })
  })

  it('may be declared one by one, separated by commas or not', async () => {
    const comma = await at.json(CheckJson, 'check', ...words, '--declare', 'quality,rights')
    const each = await at.json(CheckJson, 'check', ...words, '--declare', 'rights', '--declare', 'quality')
    expect([comma.code, each.code]).toEqual([0, 0])
  })
})
