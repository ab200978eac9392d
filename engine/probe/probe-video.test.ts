import { chmod } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { bufferSource } from './byte-source.ts'
import { factsOfFfprobe } from './ffprobe-facts.ts'
import { readTopLevel } from './mp4-boxes.ts'
import { probeFile } from './probe-file.ts'
import { mediaBytes, mediaPath, probed, probeWorld, temporaryFolder, zeroed } from './probe.fixture.ts'
import { FfprobeOutput } from './run-ffprobe.ts'

const folder = temporaryFolder()
const factsOfFixture = async (name: string) => (await probed(mediaPath(name))).facts
const factsOf = async (name: string, content: Buffer) =>
  (await probed(await folder.write(name, content))).facts

/** An MP4 without one of its outermost boxes. */
const without = async (mp4: Buffer, type: string): Promise<Buffer> => {
  let at = 0
  const kept: Buffer[] = []
  for (const box of (await readTopLevel(bufferSource(mp4))).boxes) {
    if (box.type !== type) kept.push(mp4.subarray(at, box.end))
    at = box.end
  }
  return Buffer.concat(kept)
}

describe('a sound video', () => {
  it('of two minutes gives every fact', async () => {
    expect(await factsOfFixture('video-120.00s.mp4')).toEqual({
      kind: 'video',
      format: 'mp4',
      condition: { state: 'whole' },
      bytes: 15040,
      modified: expect.any(String),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      crc32: expect.any(Number),
      width: 64,
      height: 48,
      duration: 120,
      videoCodec: 'h264',
      frameRate: 5,
      takenAt: '2023-09-17T10:30:00',
    })
  })

  it('lasts as long as its picture, even where its sound goes on', async () => {
    expect(await factsOfFixture('video-119.92s.mp4')).toMatchObject({
      condition: { state: 'whole' },
      duration: 119.92,
    })
    expect(await factsOfFixture('video-119.92s-sound-121s.mp4')).toMatchObject({
      condition: { state: 'whole' },
      duration: 119.92,
      audioCodec: 'aac',
    })
  })

  it('has the size it is shown at', async () => {
    expect(await factsOfFixture('hevc-rotated-90.mp4')).toMatchObject({
      format: 'mp4',
      videoCodec: 'hevc',
      audioCodec: 'aac',
      width: 48,
      height: 64,
    })
    expect(await factsOfFixture('anamorphic.mp4')).toMatchObject({ width: 85, height: 48 })
  })

  it('of an iPhone is MOV under any name, with the wall clock of where it was taken', async () => {
    const { facts } = await probed(await folder.copy('quicktime-apple.mov', 'IMG_1.mp4'))
    expect(facts).toMatchObject({
      format: 'mov',
      condition: { state: 'whole' },
      takenAt: '2023-05-20T23:59:58',
      camera: 'Apple iPhone 13',
      position: { latitude: 41.8057, longitude: 123.4315 },
      frameRate: 29.97,
    })
  })

  it('may be fragmented, or have its index at the end', async () => {
    expect(await factsOfFixture('fragmented.mp4')).toMatchObject({
      format: 'mp4',
      condition: { state: 'whole' },
      duration: 3,
    })
  })

  it.each([
    ['clip.avi', 'avi', 'mpeg4'],
    ['clip.wmv', 'wmv', 'wmv2'],
    ['clip.mkv', 'mkv', 'h264'],
    ['clip.webm', 'webm', 'vp8'],
    ['clip.flv', 'flv', 'flv1'],
    ['clip.mpg', 'mpeg', 'mpeg1video'],
    ['clip.m2ts', 'mpeg', 'h264'],
    ['clip.3gp', '3gp', 'h263'],
  ])('in another container is named: %s', async (name, format, videoCodec) => {
    const facts = await factsOfFixture(name)
    expect(facts).toMatchObject({ kind: 'video', format, videoCodec, condition: { state: 'whole' } })
    if (format !== 'mpeg') expect(facts.duration).toBeCloseTo(1, 1)
  })

  it('may have text of other programs after its end', async () => {
    const tagged = Buffer.concat([
      await mediaBytes('video-120.00s.mp4'),
      Buffer.from('TAGsome words of an editor'),
    ])
    expect(await factsOf('tagged.mp4', tagged)).toMatchObject({
      condition: { state: 'whole' },
      duration: 120,
    })
  })
})

describe('a damaged video', () => {
  const damageOf = async (name: string, content: Buffer) => (await factsOf(name, content)).condition

  it('without its index cannot be played', async () => {
    const mp4 = await without(await mediaBytes('video-119.92s.mp4'), 'moov')
    expect(await damageOf('no-moov.mp4', mp4)).toMatchObject({ state: 'damaged', damage: 'no-index' })
  })

  it('with its index in front and its second half missing is cut short, though its facts still read well', async () => {
    const mp4 = await mediaBytes('video-120.00s.mp4')
    for (const missing of [1, 100, mp4.length >> 3]) {
      expect(await factsOf('half.mp4', mp4.subarray(0, -missing))).toMatchObject({
        condition: { state: 'damaged', damage: 'cut-short' },
        duration: 120,
        width: 64,
      })
    }
    expect(await damageOf('half.mp4', mp4.subarray(0, mp4.length >> 1))).toMatchObject({ state: 'damaged' })
  })

  it('whose samples lie beyond its end is cut short, whatever its boxes say', async () => {
    const mp4 = await mediaBytes('video-120.00s.mp4')
    const mdat = mp4.indexOf('mdat', 0, 'latin1')
    // Size 0: to the end of the file, wherever that is.
    const open = zeroed(mp4, mdat - 4, 4).subarray(0, -500)
    expect(await damageOf('open.mp4', open)).toMatchObject({ state: 'damaged', damage: 'cut-short' })
  })

  it('with zeros in place of its pictures is corrupt', async () => {
    const mp4 = await mediaBytes('video-120.00s.mp4')
    const mdat = mp4.indexOf('mdat', 0, 'latin1')
    expect(await damageOf('reserved.mp4', zeroed(mp4, mdat + 4, mp4.length - mdat - 4))).toMatchObject({
      state: 'damaged',
      damage: 'corrupt',
    })
  })

  it('in fragments is cut short where its last is', async () => {
    const mp4 = await mediaBytes('fragmented.mp4')
    const last = mp4.lastIndexOf('mdat', undefined, 'latin1')
    expect(await damageOf('fragment.mp4', mp4.subarray(0, last + 50))).toMatchObject({ damage: 'cut-short' })
  })

  it('in AVI or WMV is cut short too', async () => {
    for (const name of ['clip.avi', 'clip.wmv'])
      expect(await damageOf(name, (await mediaBytes(name)).subarray(0, -300))).toMatchObject({
        damage: 'cut-short',
      })
  })

  it('that is sound alone has no picture', async () => {
    expect((await factsOfFixture('sound-only.mp4')).condition).toEqual({
      state: 'damaged',
      damage: 'no-picture',
    })
  })

  it('that is a head and nonsense ends in a verdict', async () => {
    const head = (await mediaBytes('video-120.00s.mp4')).subarray(0, 40)
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) & 255))
    expect(await damageOf('noise.mp4', Buffer.concat([head, noise]))).toMatchObject({ state: 'damaged' })
    const boxes = Buffer.concat([
      head.subarray(0, 32),
      ...Array.from({ length: 9000 }, () => Buffer.from('\0\0\0\x08free')),
    ])
    expect(await damageOf('boxes.mp4', boxes)).toMatchObject({ state: 'damaged', damage: 'no-index' })
  })
})

describe('ffprobe', () => {
  it('takes no name for an option or a protocol', async () => {
    for (const name of [
      '-i.mp4',
      'concat:a.mp4',
      'http:__x.mp4',
      '50%d.mp4',
      'it\'s a "name".mp4',
      ' 你好 🎉 .mp4 ',
    ]) {
      if (process.platform === 'win32' && /[:"]| $/.test(name)) continue
      const { facts } = await probed(await folder.copy('video-120.00s.mp4', name))
      expect({ name, ...facts }).toMatchObject({ name, condition: { state: 'whole' }, duration: 120 })
    }
  })

  it('that is not there leaves videos unread, not remembered, and a line in the log', async () => {
    for (const ffprobe of [undefined, folder.path('no-such-ffprobe')]) {
      const world = { ...probeWorld(), ffprobe }
      const { facts, stamp } = await probeFile({ path: mediaPath('video-120.00s.mp4') }, world)
      expect(facts).toMatchObject({
        kind: 'video',
        format: 'mp4',
        condition: { state: 'unreadable', reason: 'no-tool' },
      })
      expect(facts.sha256).toBeDefined()
      expect(stamp).toBeUndefined()
      expect(world.logged).toMatchObject([{ level: 'warn', event: 'ffprobe-missing' }])
    }
  })

  it.skipIf(process.platform === 'win32')(
    'that cannot open what we could says nothing of the file, which is not remembered as damaged',
    async () => {
      const world = probeWorld()
      // As where a virus scanner shuts the file to programs that it does not know.
      const script =
        '#!/bin/sh\nfor last; do :; done\nprintf \'%s: Permission denied\\n\' "$last" >&2\nexit 1\n'
      const program = await folder.write('shut-out', script)
      await chmod(program, 0o755)
      const { facts, stamp } = await probeFile(
        { path: mediaPath('clip.mkv') },
        { ...world, ffprobe: program },
      )
      expect(facts.condition).toMatchObject({ state: 'unreadable', reason: 'system' })
      expect(facts.condition).toMatchObject({ detail: 'ffprobe: Permission denied' })
      expect(stamp).toBeUndefined()
    },
  )

  it('that prints no answer is a probe that died', async () => {
    const world = { ...probeWorld(), ffprobe: process.execPath }
    const { facts } = await probeFile({ path: mediaPath('clip.mkv') }, world)
    expect(facts.condition.state).not.toBe('whole')
  })

  it.skipIf(process.platform === 'win32')(
    'that hangs is ended with the file’s time, and with the caller',
    async () => {
      const program = await folder.write('hangs', '#!/bin/sh\nexec sleep 60\n')
      await chmod(program, 0o755)
      const world = { ...probeWorld(), ffprobe: program }
      const target = { path: mediaPath('clip.mkv') }
      const { facts } = await probeFile(target, world, { timeLimitMs: 300 })
      expect(facts).toMatchObject({ format: 'mkv', condition: { state: 'unreadable', reason: 'time-limit' } })
      const controller = new AbortController()
      const running = probeFile(target, world, { signal: controller.signal })
      setTimeout(() => controller.abort(), 100)
      await expect(running).rejects.toMatchObject({ data: { code: 'cancelled' } })
    },
  )
})

describe('the answer of ffprobe', () => {
  const facts = (answer: unknown) => factsOfFfprobe(FfprobeOutput.parse(answer))

  it('of an unset clock says no time', () => {
    for (const creation_time of ['1904-01-01T00:00:00.000000Z', '1970-01-01T00:00:00.000000Z', 'nonsense'])
      expect(facts({ streams: [], format: { tags: { creation_time } } }).takenAt).toBeUndefined()
  })

  it('falls back to the container’s time where the picture has none', () => {
    const stream = { codec_type: 'video', codec_name: 'flv1', width: 64, height: 48 }
    expect(facts({ streams: [stream], format: { duration: '119.960000' } }).duration).toBe(119.96)
    expect(facts({ streams: [{ ...stream, tags: { DURATION: '00:02:00.040000000' } }] }).duration).toBe(
      120.04,
    )
    expect(
      facts({ streams: [{ ...stream, duration: 'N/A' }], format: { duration: 'N/A' } }).duration,
    ).toBeUndefined()
  })

  it('shows the cover of a song as no picture of a video', () => {
    const cover = {
      codec_type: 'video',
      codec_name: 'mjpeg',
      width: 600,
      height: 600,
      disposition: { attached_pic: 1 },
    }
    expect(facts({ streams: [{ codec_type: 'audio', codec_name: 'aac' }, cover] })).toEqual({
      audioCodec: 'aac',
    })
  })
})
