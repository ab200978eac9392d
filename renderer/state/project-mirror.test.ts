import { describe, expect, it } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { desk, named } from './mirror-desk.fixture.ts'
import type { Edit } from '../../shared/project/edit.ts'

const gone = () => new Fault({ code: 'engine-gone' })

describe('the mirror of a project', () => {
  it('shows an edit at once and saves edits that come fast in few calls', async () => {
    const { mirror, disk, calls } = desk()
    for (const name of ['沈', '沈阳', '沈阳市科协']) mirror.edit([named(name)], 'unit')
    expect(mirror.store.getState().document.unit.name).toBe('沈阳市科协')
    expect(mirror.store.getState().saving).toBe('saving')
    await mirror.saved()
    expect(disk().unit.name).toBe('沈阳市科协')
    expect(calls).toEqual([1, 2])
    expect(mirror.store.getState().saving).toBe('saved')
  })

  it('takes letters typed into one cell back in one step, and does them again', async () => {
    const { mirror, disk } = desk()
    for (const name of ['沈', '沈阳']) mirror.edit([named(name)], 'unit')
    mirror.undo()
    await mirror.saved()
    expect(disk().unit.name).toBe('')
    mirror.redo()
    await mirror.saved()
    expect(disk().unit.name).toBe('沈阳')
    expect(mirror.store.getState()).toMatchObject({ canUndo: true, canRedo: false })
  })

  it('sends edits again that died with the engine', async () => {
    const { mirror, disk, atNextSave } = desk()
    atNextSave(() => {
      throw gone()
    })
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    expect(disk()).toMatchObject({ revision: 4, unit: { name: '沈阳市科协' } })
  })

  it('recognises edits that were saved although their answer was lost', async () => {
    const { mirror, disk, change, atNextSave } = desk()
    atNextSave((edits) => {
      change(edits)
      throw gone()
    })
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    expect(disk().unit.name).toBe('沈阳市科协')
    expect(mirror.store.getState().ended).toBeUndefined()
    expect(mirror.unsaved()).toEqual([])
  })

  it('recognises them also when somebody else notices the loss first, whatever was edited', async () => {
    const { mirror, disk, change, atNextSave } = desk()
    const waive: Edit = { type: 'waive', task: 'media', code: 'bytes-outside', item: 'a', reason: '已请示' }
    atNextSave((edits) => {
      // As the disk gives it back: the same, with its keys in another order.
      change(JSON.parse(JSON.stringify(edits)) as Edit[])
      void mirror.recover()
      throw gone()
    })
    mirror.edit([waive])
    await mirror.saved()
    expect(mirror.store.getState().ended).toBeUndefined()
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    expect(disk()).toMatchObject({ unit: { name: '沈阳市科协' } })
    expect(disk().tasks['media']?.waivers).toHaveLength(1)
  })

  it('sends again what was refused because an operation had ended a moment before', async () => {
    const { mirror, disk, change, atNextSave } = desk()
    let commit = () => undefined as void
    const operation = mirror.run(async () => {
      await new Promise<void>((resolve) => (commit = resolve))
      return { document: change([{ type: 'declare', task: 'media', declaration: 'one', affirmed: true }]) }
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    let refuse = () => undefined as void
    const refused = new Promise<never>((_, reject) => {
      refuse = () => reject(new Fault({ code: 'project-changed-elsewhere', project: 'p' }))
    })
    atNextSave(() => refused)
    mirror.edit([named('沈阳市科协')])
    await Promise.resolve()
    commit()
    await operation
    refuse()
    await mirror.saved()
    expect(disk()).toMatchObject({ unit: { name: '沈阳市科协' }, tasks: { media: { declared: ['one'] } } })
  })

  it('is not thrown back by the answer of an operation that was long on its way', async () => {
    const { mirror, disk } = desk()
    const before = disk()
    let finish = () => undefined as void
    const operation = mirror.run(async () => {
      await new Promise<void>((resolve) => (finish = resolve))
      return { document: before }
    })
    await Promise.resolve()
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    finish()
    await operation
    expect(mirror.store.getState().document.unit.name).toBe('沈阳市科协')
    mirror.edit([named('沈阳市科协办公室')])
    await mirror.saved()
    expect(disk().unit.name).toBe('沈阳市科协办公室')
  })

  it('goes on after an operation that was cancelled when the change was made already', async () => {
    const { mirror, disk, change } = desk()
    const run = mirror.run(async () => {
      change([{ type: 'declare', task: 'history', declaration: 'rights', affirmed: true }])
      throw new Fault({ code: 'cancelled' })
    })
    await expect(run).rejects.toThrow('cancelled')
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    expect(disk()).toMatchObject({
      unit: { name: '沈阳市科协' },
      tasks: { history: { declared: ['rights'] } },
    })
  })

  it('keeps edits while the disk is full, says so, and saves them when there is room', async () => {
    const { mirror, disk, atNextSave } = desk()
    const told: unknown[] = []
    mirror.store.subscribe(({ trouble }) => told.push(trouble?.code))
    atNextSave(() => {
      throw new Fault({ code: 'disk-full', path: '/' })
    })
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    expect(told).toContain('disk-full')
    expect(disk().unit.name).toBe('沈阳市科协')
    expect(mirror.store.getState().trouble).toBeUndefined()
  })

  it('takes back what the engine will never accept, says why, and goes on', async () => {
    const { mirror, disk, atNextSave } = desk()
    atNextSave(() => {
      throw new Fault({ code: 'bad-request', operation: 'project.edit', detail: '' })
    })
    mirror.edit([named('大连市科协')])
    await mirror.saved()
    expect(mirror.store.getState()).toMatchObject({
      document: { unit: { name: '' } },
      refused: { code: 'bad-request' },
      ended: undefined,
    })
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    expect(disk().unit.name).toBe('沈阳市科协')
  })

  it('gives up only the edit that is refused, not those that went with it', async () => {
    const { mirror, disk, atNextSave } = desk()
    const declare = (declaration: string): Edit => ({
      type: 'declare',
      task: 'media',
      declaration,
      affirmed: true,
    })
    const refuseBad = (edits: readonly Edit[]) => {
      atNextSave(refuseBad)
      if (edits.some((edit) => edit.type === 'declare' && edit.declaration === 'bad'))
        throw new Fault({ code: 'bad-request', operation: 'project.edit', detail: '' })
    }
    atNextSave(refuseBad)
    mirror.edit([declare('one'), declare('bad'), declare('two')])
    await mirror.saved()
    expect(disk().tasks['media']?.declared).toEqual(['one', 'two'])
    expect(mirror.store.getState()).toMatchObject({ refused: { code: 'bad-request' }, ended: undefined })
    expect(mirror.store.getState().document.tasks['media']?.declared).toEqual(['one', 'two'])
  })

  it('says that it waits also while the clerk writes on', async () => {
    const { mirror, atNextSave } = desk()
    const fail = () => {
      atNextSave(fail)
      throw new Fault({ code: 'disk-full', path: '/' })
    }
    atNextSave(fail)
    mirror.edit([named('沈')])
    while (mirror.store.getState().saving !== 'waiting')
      await new Promise((resolve) => setTimeout(resolve, 1))
    mirror.edit([named('沈阳')])
    expect(mirror.store.getState()).toMatchObject({ saving: 'waiting', trouble: { code: 'disk-full' } })
    atNextSave(() => undefined)
    await mirror.saved()
    expect(mirror.store.getState()).toMatchObject({ saving: 'saved', trouble: undefined })
  })

  it('keeps its edits when the host is another, and says that they are not saved', async () => {
    const { mirror, atNextSave } = desk()
    atNextSave(() => {
      throw new Fault({ code: 'host-gone' })
    })
    mirror.edit([named('沈阳')])
    await expect(mirror.saved()).rejects.toThrow('host-gone')
    expect(mirror.unsaved()).toHaveLength(1)
    expect(mirror.store.getState().saving).toBe('waiting')
  })

  it('does not wait for a long operation to save what is written after a short one', async () => {
    const { mirror, disk, change } = desk()
    let finish = () => undefined as void
    const long = mirror.run(async () => {
      await new Promise<void>((resolve) => (finish = resolve))
      return { document: disk() }
    })
    let commit = () => undefined as void
    const started = new AbortController()
    const short = mirror.run(async () => {
      started.abort()
      await new Promise<void>((resolve) => (commit = resolve))
      const document = change([{ type: 'declare', task: 'media', declaration: 'one', affirmed: true }])
      await Promise.resolve()
      return { document }
    })
    while (!started.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 1))
    commit()
    mirror.edit([named('沈阳市科协')])
    await short
    await mirror.saved()
    expect(disk()).toMatchObject({ unit: { name: '沈阳市科协' } })
    finish()
    await long
  })

  it('ends when another window has gone on with the project', async () => {
    const { mirror, change } = desk()
    change([named('大连市科协')])
    mirror.edit([named('沈阳市科协')])
    await expect(mirror.saved()).rejects.toThrow('project-changed-elsewhere')
    expect(mirror.store.getState().ended?.code).toBe('project-changed-elsewhere')
    expect(mirror.unsaved()).toEqual([named('沈阳市科协')])
    await expect(mirror.run(async () => ({ document: change([]) }))).rejects.toThrow(
      'project-changed-elsewhere',
    )
  })

  it('lets edits pass while a long operation runs, whichever comes first', async () => {
    const { mirror, disk, change } = desk()
    const declare: Edit = { type: 'declare', task: 'history', declaration: 'rights', affirmed: true }
    let finish = () => undefined as void
    const operation = mirror.run(async () => {
      await new Promise<void>((resolve) => (finish = resolve))
      return { document: change([declare]) }
    })
    await Promise.resolve()
    mirror.edit([named('沈阳市科协')])
    await mirror.saved()
    expect(disk().unit.name).toBe('沈阳市科协')
    mirror.edit([named('沈阳市科协办公室')])
    finish()
    await operation
    await mirror.saved()
    const { document, ended } = mirror.store.getState()
    expect(ended).toBeUndefined()
    expect(document.unit.name).toBe('沈阳市科协办公室')
    expect(document.tasks['history']?.declared).toEqual(['rights'])
    expect(disk()).toMatchObject({ unit: { name: '沈阳市科协办公室' } })
  })

  it('takes the document of the disk when the engine died in the middle of an operation', async () => {
    const { mirror, change } = desk()
    const run = mirror.run(async () => {
      change([named('盘锦市科协')])
      throw gone()
    })
    await expect(run).rejects.toThrow('engine-gone')
    await mirror.recover()
    expect(mirror.store.getState()).toMatchObject({
      document: { unit: { name: '盘锦市科协' } },
      ended: undefined,
    })
  })
})
