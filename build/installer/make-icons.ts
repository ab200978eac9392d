import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { icoFile, type Picture } from './ico.ts'

/**
 * `node build/installer/make-icons.ts`: draws build/icons/*.svg into the icons that are committed beside them. Up to
 * 32 px a drawing of its own with fewer and larger shapes is used.
 */
const icons = path.join(import.meta.dirname, '..', 'icons')
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512]

mkdirSync(path.join(icons, 'png'), { recursive: true })
for (const [drawing, icon] of [
  ['app', 'icon'],
  ['document', 'document'],
] as const) {
  const pictures = await Promise.all(windowsSizes.map((size) => draw(drawing, size)))
  writeFileSync(path.join(icons, `${icon}.ico`), icoFile(pictures))
}
for (const size of linuxSizes) {
  const { png } = await draw('app', size)
  writeFileSync(path.join(icons, 'png', `${size}x${size}.png`), png)
}

async function draw(drawing: string, size: number): Promise<Picture> {
  const svg = readFileSync(path.join(icons, `${drawing}${size <= 32 ? '-small' : ''}.svg`))
  const box = Number(/viewBox="0 0 (\d+)/.exec(svg.toString())?.[1])
  // Drawn at four times its size and made smaller: thin edges stay even.
  const large = sharp(svg, { density: (72 * size * 4) / box }).resize(size, size, { kernel: 'lanczos3' })
  const pixels = await large.clone().ensureAlpha().raw().toBuffer()
  return { size, pixels, png: await large.png({ compressionLevel: 9 }).toBuffer() }
}
