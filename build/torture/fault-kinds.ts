import type { FaultCode } from '../../shared/faults.ts'
import type { CallKind, ErrorCode, Lasting, Place } from './injection.ts'
import type { Dish } from './dishes.ts'

/** A kind of fault, as the table at the end names it. `whole`: the package must come about in spite of it. */
export type FaultKind = {
  readonly title: string
  readonly whole?: true
  /** Faults that would be a slip of the program with any other kind. */
  readonly granted?: readonly FaultCode[]
  readonly dishes?: readonly Dish[]
} & (
  | {
      readonly type: 'fail'
      readonly place: Place
      readonly kinds: readonly CallKind[]
      readonly code: ErrorCode
      readonly lasting: Lasting
    }
  | {
      readonly type: 'short'
      readonly place: Place
      readonly kinds: readonly CallKind[]
      readonly lasting: Lasting
    }
  | { readonly type: 'signal'; readonly signal: NodeJS.Signals }
  | { readonly type: 'source'; readonly what: SourceTrouble }
  | { readonly type: 'disk'; readonly what: DiskTrouble }
)
/** What becomes of a source at some moment. */
export type SourceTrouble =
  | 'truncated'
  | 'grown'
  | 'replaced'
  | 'disguised'
  | 'removed'
  | 'forbidden'
  | 'touched'
  | 'folder-moved'
/** What becomes of the target's disk; the last two without a mount of their own. */
export type DiskTrouble =
  | 'small'
  | 'fills'
  | 'unplugged'
  | 'read-only'
  | 'file-limit'
  | 'target-removed'
  | 'target-moved'
/** These need a file system of their own, which takes rights to mount. */
export const mounted: readonly DiskTrouble[] = ['small', 'fills', 'unplugged', 'read-only']

const fail = (
  place: Place,
  kinds: readonly CallKind[],
  code: ErrorCode,
  lasting: Lasting,
): Pick<Extract<FaultKind, { type: 'fail' }>, 'type' | 'place' | 'kinds' | 'code' | 'lasting'> => ({
  type: 'fail',
  place,
  kinds,
  code,
  lasting,
})

const media: readonly Dish[] = ['one', 'split', 'big', 'disk', 'drafts']
/** As long as a virus scanner holds a file; the program waits longer than that. */
const scanner = 300

export const faultKinds: readonly FaultKind[] = [
  { title: '目标 写 ENOSPC', ...fail('target', ['write'], 'ENOSPC', 'always') },
  { title: '目标 写 EDQUOT', ...fail('target', ['write'], 'EDQUOT', 'always') },
  { title: '目标 写 EIO 一次', ...fail('target', ['write'], 'EIO', 'once') },
  { title: '目标 写 EIO 不停', ...fail('target', ['write'], 'EIO', 'always') },
  { title: '目标 新建 EACCES', ...fail('target', ['open-write'], 'EACCES', 'always') },
  { title: '目标 新建 EACCES 一次', ...fail('target', ['open-write'], 'EACCES', 'once') },
  { title: '目标 新建 EBUSY 一阵', whole: true, ...fail('target', ['open-write'], 'EBUSY', scanner) },
  { title: '目标 只读 EROFS', ...fail('target', ['open-write', 'mkdir', 'rename'], 'EROFS', 'always') },
  { title: '目标 建文件夹 ENOSPC', ...fail('target', ['mkdir'], 'ENOSPC', 'always') },
  { title: '目标 刷盘 EIO', ...fail('target', ['sync'], 'EIO', 'once') },
  { title: '目标 关闭 EDQUOT', ...fail('target', ['close'], 'EDQUOT', 'once') },
  { title: '目标 改名 EBUSY 一阵', whole: true, ...fail('target', ['rename'], 'EBUSY', scanner) },
  { title: '目标 改名 EACCES 一阵', whole: true, ...fail('target', ['rename'], 'EACCES', scanner) },
  { title: '目标 改名 EIO', ...fail('target', ['rename'], 'EIO', 'always') },
  { title: '目标 改名 EPERM 不停', ...fail('target', ['rename'], 'EPERM', 'always') },
  // What cannot be read again is not proven.
  {
    title: '目标 回读 EIO',
    granted: ['package-broken'],
    ...fail('target', ['read', 'open-read'], 'EIO', 'once'),
  },
  { title: '目标 查看 EIO', ...fail('target', ['look', 'list'], 'EIO', 'once') },
  { title: '目标 不见 ENOENT', ...fail('target', ['open-write', 'open-read', 'mkdir'], 'ENOENT', 'always') },
  { title: '目标 删除 EBUSY 一阵', ...fail('target', ['remove'], 'EBUSY', scanner) },
  { title: '目标 句柄用完 EMFILE', ...fail('target', ['open-write', 'open-read'], 'EMFILE', 'once') },
  { title: '目标 少写一次', whole: true, type: 'short', place: 'target', kinds: ['write'], lasting: 'once' },
  {
    title: '目标 总是少写',
    whole: true,
    type: 'short',
    place: 'target',
    kinds: ['write'],
    lasting: 'always',
  },
  { title: '目标 总是少读', whole: true, type: 'short', place: 'target', kinds: ['read'], lasting: 'always' },
  { title: '素材 读 EIO 一次', ...fail('sources', ['read'], 'EIO', 'once') },
  { title: '素材 读 EIO 不停', ...fail('sources', ['read'], 'EIO', 'always') },
  { title: '素材 打开 EACCES', ...fail('sources', ['open-read'], 'EACCES', 'always') },
  { title: '素材 打开 EBUSY 一阵', whole: true, ...fail('sources', ['open-read'], 'EBUSY', scanner) },
  { title: '素材 打开 EBUSY 不停', ...fail('sources', ['open-read'], 'EBUSY', 'always') },
  { title: '素材 打开 ENOENT 一次', ...fail('sources', ['open-read'], 'ENOENT', 'once') },
  { title: '素材 查看 EIO', ...fail('sources', ['look', 'list'], 'EIO', 'once') },
  {
    title: '素材 总是少读',
    whole: true,
    type: 'short',
    place: 'sources',
    kinds: ['read'],
    lasting: 'always',
  },
  // Without its own data the program is slower and forgets, and that is all.
  { title: '数据 写 ENOSPC', ...fail('data', ['write', 'open-write', 'mkdir'], 'ENOSPC', 'always') },
  {
    title: '数据 只读 EROFS',
    ...fail('data', ['write', 'open-write', 'mkdir', 'rename', 'remove'], 'EROFS', 'always'),
  },
  { title: '数据 读 EIO', ...fail('data', ['read', 'open-read', 'look', 'list'], 'EIO', 'always') },
  { title: '数据 改名 EACCES', ...fail('data', ['rename'], 'EACCES', 'always') },
  {
    title: '临时 写 ENOSPC',
    dishes: ['papers'],
    ...fail('temp', ['write', 'open-write', 'mkdir'], 'ENOSPC', 'always'),
  },
  { title: '中断 SIGINT', type: 'signal', signal: 'SIGINT' },
  { title: '中断 SIGTERM', type: 'signal', signal: 'SIGTERM' },
  { title: '素材 截短', type: 'source', what: 'truncated', dishes: media },
  { title: '素材 变长', type: 'source', what: 'grown', dishes: media },
  { title: '素材 换成同样大小的', type: 'source', what: 'replaced', dishes: media },
  { title: '素材 换掉且时间不变', type: 'source', what: 'disguised', dishes: media },
  { title: '素材 删除', type: 'source', what: 'removed', dishes: media },
  { title: '素材 不许读', type: 'source', what: 'forbidden', dishes: media },
  { title: '素材 只改时间', type: 'source', what: 'touched', dishes: media },
  { title: '素材 整个文件夹挪走', type: 'source', what: 'folder-moved', dishes: media },
  { title: '磁盘 一开始就小', type: 'disk', what: 'small', dishes: media },
  { title: '磁盘 中途写满', type: 'disk', what: 'fills' },
  { title: '磁盘 中途拔掉', type: 'disk', what: 'unplugged' },
  { title: '磁盘 写保护', type: 'disk', what: 'read-only' },
  { title: '文件大小上限 EFBIG', type: 'disk', what: 'file-limit', dishes: media },
  { title: '目标文件夹被删', type: 'disk', what: 'target-removed' },
  { title: '目标文件夹被挪走', type: 'disk', what: 'target-moved' },
]
