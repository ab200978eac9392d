import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../probe/probe.fixture.ts'
import { refusedFile } from './refused-file.ts'

const folder = temporaryFolder()
const refusal = (code: string) => Object.assign(new Error(code), { code })

async function reasonOf(name: string, code: string, besides: readonly string[] = [], mode = 0o644) {
  const home = folder.path(`${name} ${code} ${besides.join()} ${mode}`)
  await mkdir(home)
  for (const one of besides) await writeFile(`${home}/${one}`, '')
  if (mode !== 0) {
    await writeFile(`${home}/${name}`, '')
    await chmod(`${home}/${name}`, mode)
  }
  return (await refusedFile(refusal(code), `${home}/${name}`, name)).data
}
const unwritable = (path: string, reason: string) => ({ code: 'out-unwritable', path, reason })

test('a list that is open in Excel is told so', async () => {
  for (const code of ['EBUSY', 'EPERM', 'EACCES'])
    expect(await reasonOf('清单.xlsx', code, ['~$清单.xlsx'])).toEqual(
      unwritable('清单.xlsx', 'open-in-office'),
    )
})
test('and so is a document in Word, whose lock has lost two letters', async () =>
  expect(await reasonOf('document.docx', 'EBUSY', ['~$cument.docx'])).toMatchObject({
    reason: 'open-in-office',
  }))
test('a lock beside another file says nothing', async () =>
  expect(await reasonOf('清单.xlsx', 'EBUSY', ['~$表单.xlsx'])).toEqual(unwritable('清单.xlsx', 'EBUSY')))
test('a file that is marked read-only is told so', async () =>
  expect(await reasonOf('清单.xlsx', 'EPERM', [], 0o444)).toMatchObject({ reason: 'marked-read-only' }))
test('what is there and free keeps the words of the system', async () =>
  expect(await reasonOf('清单.xlsx', 'EPERM')).toMatchObject({ reason: 'EPERM' }))
test('a lock left behind by a file that is gone says nothing', async () =>
  expect(await reasonOf('清单.xlsx', 'EPERM', ['~$清单.xlsx'], 0)).toMatchObject({ reason: 'EPERM' }))
test('a full disk stays a full disk, whatever lies beside the file', async () =>
  expect(await reasonOf('清单.xlsx', 'ENOSPC', ['~$清单.xlsx'])).toEqual({
    code: 'disk-full',
    path: '清单.xlsx',
  }))
