import { z } from 'zod'

/** What a file is, by its content. `unknown` is anything we cannot name. */
export const Format = z.enum([
  'jpeg', 'png', 'tiff', 'webp', 'gif', 'bmp', 'heic', 'avif',
  'mp4', 'mov', 'avi', 'wmv', 'mkv', 'webm', 'flv', 'mpeg', '3gp',
  'zip', 'rar', '7z', 'word', 'excel', 'pdf', 'text', 'shortcut', 'unknown',
]) // prettier-ignore
export type Format = z.infer<typeof Format>

export const MediaKind = z.enum(['image', 'video', 'other'])
export type MediaKind = z.infer<typeof MediaKind>

/** How a file is broken, by what was seen. */
export const Damage = z.enum([
  'empty', // 0 bytes
  'cut-short', // ends before its content does
  'corrupt', // the decoder met data that cannot be right
  'no-index', // an MP4 without its moov box cannot be played
  'no-picture', // a video file without a video track
])
export type Damage = z.infer<typeof Damage>

/** Why a file could not be looked at. */
export const Unreadable = z.enum([
  'vanished',
  'changed',
  'locked',
  'no-permission',
  'in-cloud',
  'time-limit',
  'probe-died',
  'no-tool',
  'too-large',
  'system',
])
export type Unreadable = z.infer<typeof Unreadable>

export const Condition = z.discriminatedUnion('state', [
  z.object({ state: z.literal('whole') }),
  /** Its head was read, but there is no decoder for its content here. */
  z.object({ state: z.literal('unchecked') }),
  z.object({ state: z.literal('damaged'), damage: Damage, detail: z.string().optional() }),
  z.object({ state: z.literal('unreadable'), reason: Unreadable, detail: z.string().optional() }),
])
export type Condition = z.infer<typeof Condition>

/** All that was measured of one file. Values that could not be had are absent, never guessed. */
export const Facts = z.object({
  kind: MediaKind,
  format: Format,
  condition: Condition,
  bytes: z.number().int().nonnegative(),
  /** When the file was last written, ISO 8601 in UTC. */
  modified: z.string(),
  /** Of the whole content, 64 lower-case hex digits; absent when it could not be read to its end. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** CRC-32 of the whole content, as ZIP archives state it; there where `sha256` is. */
  crc32: z.number().int().nonnegative().optional(),
  /** Pixels as displayed, after orientation or rotation. */
  width: z.number().int().positive().optional(),
  height: z.number().int().positive().optional(),
  /** Seconds. */
  duration: z.number().nonnegative().optional(),
  /** Names as ffprobe gives them. */
  videoCodec: z.string().optional(),
  audioCodec: z.string().optional(),
  /** Frames a second. */
  frameRate: z.number().positive().optional(),
  /** Local wall-clock time of capture as the camera wrote it: `YYYY-MM-DDTHH:mm:ss`, no zone. */
  takenAt: z.string().optional(),
  camera: z.string().optional(),
  position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  /** 64-bit difference hash of the picture as displayed, 16 hex digits. */
  perceptualHash: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  /** Variance of the Laplacian of the 320-pixel thumbnail in grey levels²; below about 20 looks blurred. */
  sharpness: z.number().nonnegative().optional(),
})
export type Facts = z.infer<typeof Facts>
