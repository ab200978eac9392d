import type { Facts } from '../facts.ts'
import { clashKey } from '../paths/paths.ts'
import { baseName, stemOf } from './file-path.ts'

/** What a guess about a file's origin rests on. */
export type OriginFacts = Pick<Facts, 'kind' | 'format' | 'camera' | 'width' | 'height'>

const chatNames = [
  /^mmexport\d{10,}/iu,
  /^(?:微信|企业微信)(?:图片|视频)/u,
  /^wx_camera_\d/iu,
  /^we ?chat(?:[ _]?(?:image|img|video|work)|_\d|\d)/iu,
  /^(?:QQ|TIM)(?:图片|视频)/iu,
  /^(?:钉钉|dingtalk)(?:图片|视频|[_ ]?\d)/iu,
]

/** Whether a name (without extension) is one that a chat program gives. */
export const isChatName = (stem: string): boolean => chatNames.some((pattern) => pattern.test(stem))

const screenshotNames = [
  /^screen ?shots?[-_ (]*(?:\d|$)/iu,
  /^screen_?recording/iu,
  /^snipaste_/iu,
  /截图|截屏|屏幕快照|屏幕录制|录屏/u,
]

/**
 * Screens of office computers, telephones and tablets, the long edge first. 4:3 sizes are left out: cameras
 * make them too.
 */
const screens = new Set(
  [
    '1280x720 1280x800 1360x768 1366x768 1440x900 1536x864 1600x900 1680x1050 1920x1080 1920x1200 2048x1152',
    '2240x1400 2520x1680 2560x1080 2560x1440 2560x1600 2880x1620 2880x1800 3000x2000 3072x1920 3440x1440 3840x2160',
    '1136x640 1334x750 1792x828 2208x1242 2436x1125 2532x1170 2556x1179 2688x1242 2778x1284 2796x1290',
    '2160x1080 2220x1080 2240x1080 2244x1080 2280x1080 2310x1080 2340x1080 2376x1080 2388x1080 2400x1080 2408x1080',
    '2412x1080 2460x1080 2640x1200 2640x1216 2664x1200 2670x1200 2700x1224 2712x1220 2772x1240 2800x1260 2960x1440',
    '3040x1440 3088x1440 3120x1440 3168x1440 3200x1440 2388x1668 2360x1640',
  ].flatMap((line) => line.split(' ')),
)

function fillsScreen({ width, height }: OriginFacts): boolean {
  if (width === undefined || height === undefined) return false
  return screens.has(`${Math.max(width, height)}x${Math.min(width, height)}`)
}

/**
 * Whether a picture or video is a chat program's copy or a screenshot, as far as its name (with or without
 * folders) and pixels tell. A file that names its camera is neither: a picture sent as 原图 keeps its EXIF
 * under the chat's name.
 */
export function guessOrigin(name: string, facts: OriginFacts): 'chat-copy' | 'screenshot' | undefined {
  if (facts.kind === 'other' || facts.camera !== undefined) return undefined
  const stem = stemOf(name).normalize('NFKC').trim()
  if (screenshotNames.some((pattern) => pattern.test(stem))) return 'screenshot'
  if (isChatName(stem)) return 'chat-copy'
  return facts.format === 'png' && fillsScreen(facts) ? 'screenshot' : undefined
}

/** A still and the few seconds of video that an iPhone keeps with it. */
export interface LivePhoto<F> {
  readonly still: F
  readonly motion: F
}

/** The longest motion of a Live Photo, in seconds; iPhones write about three. */
const longestMotion = 5

/**
 * Live Photos among files: a HEIC or JPEG and a short MOV of one name in one folder (IMG_1.HEIC + IMG_1.MOV).
 */
export function livePhotoPairs<
  F extends { readonly relative: string; readonly facts: Pick<Facts, 'format' | 'duration'> },
>(files: readonly F[]): LivePhoto<F>[] {
  const key = ({ relative }: F) =>
    clashKey(`${relative.slice(0, -baseName(relative).length)}${stemOf(relative)}`)
  const stills = new Map(
    files.filter((file) => /^(?:heic|jpeg)$/u.test(file.facts.format)).map((file) => [key(file), file]),
  )
  return files.flatMap((motion) => {
    const short = motion.facts.format === 'mov' && (motion.facts.duration ?? Infinity) <= longestMotion
    const still = short ? stills.get(key(motion)) : undefined
    return still === undefined ? [] : [{ still, motion }]
  })
}
