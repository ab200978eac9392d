import { cp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Document, Packer } from 'docx'
import { beforeAll, describe, expect, it } from 'vitest'
import { ActivitiesJson, FaultJson } from '../json.fixture.ts'
import { desk } from '../kepuri.fixture.ts'
import { header, sound, table } from '../list.fixture.ts'
import { member } from '../submission.fixture.ts'

const at = desk()

describe('a folder in which a county’s table gave nothing', () => {
  const words = ['activities', '来件', '--unit', '厅.json']
  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

  beforeAll(async () => {
    await at.write('来件/好.csv', table(header, ...sound))
    await at.write('来件/读我.md', '# 各区清单\n和平区,9项\n')
    await at.write('来件/清单.json', '{"a":1,\n"b":2}')
    await at.write('来件/照片.png', picture)
    await at.write('厅.json', JSON.stringify(member))
  })

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['沈河区.xls', () => picture],
    ['沈河区.xlsx', () => Buffer.alloc(0)],
    ['东陵/沈河区.docx', async () => Packer.toBuffer(new Document({ sections: [{ children: [] }] }))],
    ['沈河区.zip', () => Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
    ['沈河区.doc', () => Buffer.from('{\\rtf1\\ansi text}')],
    ['沈河区.csv', () => Buffer.from('街道,上报数\n南塔,9\n')],
  ])('is not written as if it were whole: %s', async (name, content) => {
    const folder = `来件-${name.replace('/', '-')}`
    await cp(at.path('来件'), at.path(folder), { recursive: true })
    await at.write(`${folder}/${name}`, await content())
    const own = ['activities', folder, '--unit', '厅.json', '--out', `写-${path.basename(name)}`]
    const Blocked = ActivitiesJson.extend(FaultJson.shape)
    const { code, json, err } = await at.json(Blocked, ...own)
    expect(code).toBe(1)
    expect(json.fault).toMatchObject({ code: 'tables-unread', files: [{ name }] })
    expect(json.message).toContain(`“${name}”（`)
    expect(err).toContain('有 1 处没有读出活动，处理好后才能写出清单。')
    expect(await readdir(at.path())).not.toContain(`写-${path.basename(name)}`)
    const left = await at.run(...own, '--leave', path.join(folder, name))
    expect(left.code).toBe(0)
    expect(left.out).toMatch(new RegExp(`${name}：.*（已用 --leave 写明不用）`))
  })

  it('goes on past notes and pictures', async () => {
    const { code, out } = await at.run(...words, '--out', '写来件')
    expect(code).toBe(0)
    expect(out).toContain('  · 照片.png：没有读。')
  })

  it('of several files of one name the whole name says which is left out', async () => {
    for (const place of ['a', 'b']) await at.write(`同名/${place}/清单.xls`, 'x')
    await at.write('同名/好.csv', table(header, ...sound))
    const own = ['activities', '同名', '--unit', '厅.json', '--leave']
    await at.refuses([...own, '清单.xls'], 2, /不止一个，请写全：“a\/清单\.xls”、“b\/清单\.xls”/)
    await at.refuses([...own, '丙.xls'], 2, /“丙\.xls”不在这些文件里；有“好\.csv”/)
    expect((await at.run(...own, 'b/清单.xls')).out).toContain('  ✕ a/清单.xls：没有读')
    expect((await at.run(...own, 'b/清单.xls', '--leave', 'a/清单.xls')).code).toBe(0)
  })

  it('may lose a file that could be read', async () => {
    const { code, out } = await at.run(...words, '--leave', '好.csv')
    expect(code).toBe(1)
    expect(out).toContain('  好.csv：读到 3 行，收下 0 行（已用 --leave 写明不用）')
    expect(out).toContain('没有可以报送的活动。')
  })
})
