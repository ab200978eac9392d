import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readJpegHeader } from './jpeg-header.ts'
import { longRuns } from './long-run.ts'
import { grainyPicture, mediaBytes, mediaPath, probed, temporaryFolder, zeroed } from './probe.fixture.ts'

const folder = temporaryFolder()
const photo = () => mediaBytes('photo-orientation-6.jpg')
const factsOf = async (name: string, content: Buffer | string) =>
  (await probed(await folder.write(name, content))).facts
const hashDistance = (a = '', b = '') =>
  [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length

describe('a sound photo', () => {
  it('gives every fact, upright', async () => {
    const { facts, thumbnail } = await probed(mediaPath('photo-orientation-6.jpg'))
    expect(facts).toEqual({
      kind: 'image',
      format: 'jpeg',
      condition: { state: 'whole' },
      bytes: 27762,
      modified: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      crc32: expect.any(Number),
      width: 480,
      height: 360,
      takenAt: '2023-09-17T10:15:30',
      camera: 'HUAWEI P40',
      position: { latitude: 41.8057, longitude: 123.4315 },
      perceptualHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      sharpness: expect.any(Number),
    })
    expect(await sharp(thumbnail).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 })
  })

  it('has the hash and sharpness of what is displayed, whichever way it is stored', async () => {
    const stored = await factsOf('stored.jpg', await photo())
    const turned = await factsOf(
      'turned.jpg',
      await sharp(await photo())
        .autoOrient()
        .jpeg({ quality: 95 })
        .toBuffer(),
    )
    expect(hashDistance(stored.perceptualHash, turned.perceptualHash)).toBeLessThanOrEqual(2)
  })

  it('keeps its hash when resized and compressed, and another picture has another', async () => {
    const original = await factsOf('original.jpg', await photo())
    const chat = await sharp(await photo())
      .autoOrient()
      .resize(200)
      .jpeg({ quality: 40 })
      .toBuffer()
    const other = await grainyPicture(480, 360).rotate(180).jpeg().toBuffer()
    expect(
      hashDistance(original.perceptualHash, (await factsOf('chat.jpg', chat)).perceptualHash),
    ).toBeLessThanOrEqual(4)
    expect(
      hashDistance(original.perceptualHash, (await factsOf('other.jpg', other)).perceptualHash),
    ).toBeGreaterThan(12)
  })

  it('is sharper than itself blurred', async () => {
    const sharpness = (await factsOf('sharp.jpg', await photo())).sharpness ?? 0
    const blurred = await factsOf(
      'blurred.jpg',
      await sharp(await photo())
        .autoOrient()
        .blur(6)
        .jpeg()
        .toBuffer(),
    )
    expect(sharpness).toBeGreaterThan(100)
    expect(blurred.sharpness).toBeLessThan(20)
  })

  it.each(['png', 'tiff', 'webp', 'gif', 'avif'] as const)('is whole as %s too', async (format) => {
    const image = await grainyPicture(200, 150).toFormat(format).toBuffer()
    const { facts, thumbnail } = await probed(await folder.write(`sound.${format}`, image))
    expect(facts).toMatchObject({
      kind: 'image',
      format,
      condition: { state: 'whole' },
      width: 200,
      height: 150,
    })
    expect(thumbnail).toBeDefined()
  })

  it('may be grey, transparent, in CMYK, progressive or carry a program’s bytes after its end', async () => {
    const picture = () => grainyPicture(160, 120)
    const variants = {
      grey: await picture().greyscale().jpeg().toBuffer(),
      clear: await picture().ensureAlpha(0.5).png().toBuffer(),
      deep: await picture().toColourspace('rgb16').png().toBuffer(),
      cmyk: await picture().toColourspace('cmyk').jpeg().toBuffer(),
      progressive: await picture().jpeg({ progressive: true }).toBuffer(),
      trailer: Buffer.concat([await photo(), Buffer.from('SEFT'), Buffer.alloc(4000)]),
      restarts: await mediaBytes('photo-restart-markers.jpg'),
    }
    for (const [name, content] of Object.entries(variants))
      expect({ name, ...(await factsOf(name, content)) }).toMatchObject({
        name,
        condition: { state: 'whole' },
      })
  })

  it('is whole where a camera wrote what baseline JPEG does not use', async () => {
    const odd = Buffer.from(await photo())
    const scan = odd.lastIndexOf(Buffer.from([0xff, 0xda]))
    odd[scan + 2 + odd.readUInt16BE(scan + 2) - 2] = 0
    expect(await factsOf('samsung.jpg', odd)).toMatchObject({ condition: { state: 'whole' }, width: 480 })
  })

  it('is whole with a flat area whose data is a run of equal bytes', async () => {
    const flat = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#fff' } })
      .composite([{ input: await grainyPicture(400, 300).png().toBuffer(), left: 50, top: 50 }])
      .jpeg()
      .toBuffer()
    expect(longRuns(flat, readJpegHeader(flat)?.dataStart ?? 0, flat.length)).not.toEqual([])
    expect((await factsOf('poster.jpg', flat)).condition).toEqual({ state: 'whole' })
  })
})

describe('a picture under a false name', () => {
  it('is what it contains', async () => {
    const png = await grainyPicture(40, 30).png().toBuffer()
    expect(await factsOf('really-png.jpg', png)).toMatchObject({
      kind: 'image',
      format: 'png',
      condition: { state: 'whole' },
    })
    expect(await factsOf('really-text.jpg', '这不是图片，只是一段文字。\r\n')).toMatchObject({
      kind: 'other',
      format: 'text',
      condition: { state: 'unchecked' },
    })
    expect(await factsOf('really-heic.jpg', await mediaBytes('iphone.heic'))).toMatchObject({
      kind: 'image',
      format: 'heic',
      condition: { state: 'unchecked' },
      width: 160,
      height: 120,
      takenAt: '2023-05-20T23:59:58',
      camera: 'Apple iPhone 13',
      sha256: expect.any(String),
    })
  })
})

describe('a damaged picture', () => {
  const damage = async (name: string, content: Buffer) => {
    const { facts } = await probed(await folder.write(name, content))
    return facts.condition.state === 'damaged' ? facts.condition.damage : facts.condition.state
  }

  it('of no bytes is empty, and of no kind', async () => {
    expect(await factsOf('empty.jpg', '')).toMatchObject({
      kind: 'other',
      format: 'unknown',
      bytes: 0,
      condition: { state: 'damaged', damage: 'empty' },
    })
  })

  it('that was cut anywhere is cut short, and still shows its size and what is left of it', async () => {
    const whole = await photo()
    for (const missing of [1, 2, 20, 2048, whole.length >> 1]) {
      const { facts, thumbnail } = await probed(await folder.write('cut.jpg', whole.subarray(0, -missing)))
      expect(facts).toMatchObject({
        condition: { state: 'damaged', damage: 'cut-short' },
        width: 480,
        height: 360,
        takenAt: '2023-09-17T10:15:30',
      })
      expect(facts.perceptualHash).toBeUndefined()
      expect(thumbnail).toBeDefined()
    }
  })

  it('with a zeroed block in the middle is corrupt, whatever the block’s size', async () => {
    const whole = await grainyPicture(1600, 1200).jpeg({ quality: 92 }).toBuffer()
    for (const size of [300, 512, 1024, 4096, 65_536]) {
      const holed = zeroed(whole, whole.length >> 1, size)
      expect([size, await damage('hole.jpg', holed)]).toEqual([size, 'corrupt'])
    }
    const progressive = await grainyPicture(1600, 1200).jpeg({ quality: 92, progressive: true }).toBuffer()
    expect(await damage('hole-p.jpg', zeroed(progressive, progressive.length >> 1, 8192))).toBe('corrupt')
    const restarts = await mediaBytes('photo-restart-markers.jpg')
    expect(await damage('hole-r.jpg', zeroed(restarts, 3500, 1200))).toBe('corrupt')
  })

  it('whose tail was never written is cut short', async () => {
    const whole = await photo()
    expect(await damage('reserved.jpg', zeroed(whole, 12_000, whole.length - 12_000))).toBe('cut-short')
  })

  it('in another format is found too', async () => {
    const picture = grainyPicture(300, 200)
    const png = await picture.clone().png().toBuffer()
    const webp = await picture.clone().webp().toBuffer()
    const tiff = await picture.clone().tiff({ compression: 'lzw' }).toBuffer()
    const gif = await picture.clone().gif().toBuffer()
    expect(await damage('cut.png', png.subarray(0, png.length >> 1))).toBe('cut-short')
    expect(await damage('end.png', png.subarray(0, -8))).toBe('cut-short')
    expect(await damage('hole.png', zeroed(png, png.length >> 1, 64))).toBe('corrupt')
    expect(await damage('cut.webp', webp.subarray(0, -100))).toBe('cut-short')
    expect(await damage('cut.tif', tiff.subarray(0, tiff.length >> 1))).toBe('cut-short')
    expect(await damage('cut.gif', gif.subarray(0, gif.length >> 1))).toBe('cut-short')
    const heic = await mediaBytes('iphone.heic')
    expect(await damage('cut.heic', heic.subarray(0, heic.length - 200))).toBe('cut-short')
  })

  it('that is a head and nonsense is damaged', async () => {
    expect(
      await damage('head.jpg', Buffer.concat([(await photo()).subarray(0, 4), Buffer.alloc(3000, 7)])),
    ).not.toBe('whole')
    expect(await damage('tiny.jpg', Buffer.from([0xff, 0xd8, 0xff]))).not.toBe('whole')
  })
})

it('reads the size of a bitmap it cannot decode, and sees where its rows end early', async () => {
  const bitmap = Buffer.alloc(54 + 8 * 4)
  bitmap.write('BM')
  bitmap.writeUInt32LE(54, 10)
  bitmap.writeUInt32LE(40, 14)
  bitmap.writeInt32LE(2, 18)
  bitmap.writeInt32LE(-4, 22)
  bitmap.writeUInt16LE(24, 28)
  const known = { kind: 'image', format: 'bmp', width: 2, height: 4 }
  expect(await factsOf('sound.bmp', bitmap)).toMatchObject({ ...known, condition: { state: 'unchecked' } })
  expect(await factsOf('cut.bmp', bitmap.subarray(0, -1))).toMatchObject({
    ...known,
    condition: { damage: 'cut-short' },
  })
})
