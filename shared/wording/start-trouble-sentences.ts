import type { StartTrouble } from '../start-trouble.ts'
import { programName } from './program-name.ts'
import { sizeText } from './size-text.ts'
import { systemReason } from './system-reason.ts'

/** What is wrong, what was found, and what to do about it, one step a line. */
export interface StartSentences {
  readonly title: string
  readonly found: string
  readonly advice: readonly string[]
}

/** Sentences about what was found when the program started. */
export function startTroubleSentences(trouble: StartTrouble): StartSentences {
  switch (trouble.code) {
    case 'data-unwritable':
      return {
        title: '填写的内容存不上',
        found: `程序要把填写的内容存在“${trouble.folder}”，试着写了一下，没有写成：${systemReason(trouble.reason)}。`,
        advice: [
          ...placeAdvice[trouble.place],
          '如果装了 360、火绒之类的安全软件，请在“文件夹防护”“勒索防护”里允许本程序。',
          '现在继续，以前的报送也许还能看，但新填的内容会丢。',
        ],
      }
    case 'data-of-another':
      return {
        title: '存放内容的文件夹是别人的',
        found: `“${trouble.folder}”属于这台电脑上的另一个用户。程序可能是用别人的身份打开的。`,
        advice: ['请关掉，用自己的账户登录，再从桌面图标正常打开。', '不要用别人的账户或者管理员身份打开。'],
      }
    case 'disk-full':
      return {
        title: '磁盘快满了',
        found: `存放内容的磁盘只剩 ${sizeText(trouble.free)}（“${trouble.folder}”所在的磁盘），至少要有 200 MB。`,
        advice: ['请清空回收站，或者把不用的大文件移到别的磁盘，再点“再试一次”。'],
      }
    case 'installation-damaged':
      return {
        title: '程序的文件不全',
        found: `${damaged[trouble.part]}缺少或者打不开：${trouble.path}。`,
        advice: [
          '多半是安全软件删掉了，或者没有装完。请打开 360、Windows 安全中心的“隔离区”“保护历史记录”，恢复与本程序有关的文件，并加入信任。',
          `恢复不了的，请重新安装${programName}。填好的内容不在安装文件夹里，重装不会丢。`,
        ],
      }
    case 'ffprobe-missing':
    case 'ffprobe-failing':
      return {
        title: '视频暂时检测不了',
        found:
          trouble.code === 'ffprobe-missing'
            ? `检测视频的小程序 ffprobe 不见了${trouble.path === undefined ? '' : `：${trouble.path}`}。照片、表格和打包不受影响。`
            : `检测视频的小程序 ffprobe 运行不了（${systemReason(trouble.reason)}）：${trouble.path}。照片、表格和打包不受影响。`,
        advice: [
          '多半是被安全软件拦住了。请打开 360 的“恢复区”或 Windows 安全中心的“保护历史记录”，把 ffprobe.exe 恢复并加入信任，然后重新打开程序。',
          `恢复不了的，请重新安装${programName}，或者请单位管信息的同事帮忙。`,
        ],
      }
    case 'system-too-old':
      return {
        title: '这台电脑的 Windows 太旧',
        found: `这台电脑的 Windows 版本是 ${trouble.release}，本程序需要 Windows 10 或更新的 64 位系统。`,
        advice: ['请换一台装有 Windows 10 或 Windows 11 的电脑。填好的内容可以另存为报送项目文件带过去。'],
      }
    case 'inside-archive':
      return {
        title: '程序是在压缩包里直接打开的',
        found: `程序现在的位置是“${trouble.folder}”，这是解压软件的临时文件夹，关掉以后会被清理。`,
        advice: ['请关掉，先把压缩包整个解压到一个固定的文件夹（例如 D 盘），再打开里面的程序。'],
      }
    case 'engine-failing':
      return {
        title: '负责检测和打包的部分启动不了',
        found: '它刚启动就退出，已经试了好几次，程序还会接着试。填过的内容都在，没有丢。',
        advice: [
          '请先关掉安全软件的拦截提示，把本程序加入信任，再重新打开。',
          `还不行，请重新安装${programName}；并点“导出诊断信息”，把文件发给维护人员。`,
        ],
      }
  }
}

const placeAdvice: Readonly<Record<'own' | 'network' | 'synced', readonly string[]>> = {
  own: ['请看看这个文件夹是不是只读、磁盘是不是满了，改好后点“再试一次”。'],
  network: ['这个位置在共享文件夹里：请看看网络通不通、共享文件夹能不能写；改好后点“再试一次”。'],
  synced: [
    '这个位置在 OneDrive 一类的同步文件夹里：请看看它是不是暂停、空间是不是满了；改好后点“再试一次”。',
  ],
}
const damaged: Readonly<Record<'resources' | 'window' | 'programs' | 'pictures', string>> = {
  resources: '通知规则和表格模板',
  window: '窗口的文件',
  programs: '不装在主文件里的那部分程序',
  pictures: '读照片的组件',
}
