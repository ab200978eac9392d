const reasons: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限，或者被杀毒软件拦住了',
  EBUSY: '正被别的程序占用，请先关掉打开它的程序',
  ENOENT: '找不到了',
  ENOTDIR: '路径中间有一段不是文件夹',
  EISDIR: '这是文件夹，不是文件',
  EINVAL: '名称里有这台电脑不允许的字',
  EIO: '磁盘或U盘读写出错，请换一个口重插',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘空间不够',
  ENAMETOOLONG: '路径太长，请换一个短一些的位置',
  EMFILE: '同时打开的文件太多，请稍后再试',
  ELOOP: '链接绕了圈，找不到真正的文件',
  EEXIST: '已经有同名的文件',
  unknown: '系统没有说明原因',
}

/** Node's error code in plain words; any other reason as it is. */
export const systemReason = (reason: string): string => reasons[reason] ?? reason
