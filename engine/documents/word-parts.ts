import { documentText } from './document-text.ts'
import { fonts, substitutes } from '../../shared/paper/fonts.ts'
import type { DocumentProperties } from '../../shared/paper/table-document.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org'

/** `docProps/core.xml`. docx can only put the moment of writing into it. */
export function coreProperties(properties: DocumentProperties, now: Date): string {
  const time = `${now.toISOString().slice(0, 19)}Z`
  const names = [
    `xmlns:cp="${office}/package/2006/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(' ')
  return [
    `${declaration}<cp:coreProperties ${names}>`,
    `<dc:title>${xml(properties.title)}</dc:title>`,
    `<dc:creator>${xml(properties.author)}</dc:creator>`,
    properties.subject === undefined ? '' : `<dc:subject>${xml(properties.subject)}</dc:subject>`,
    properties.description === undefined
      ? ''
      : `<dc:description>${xml(properties.description)}</dc:description>`,
    `<cp:lastModifiedBy>${xml(properties.author)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified>`,
    '<dc:language>zh-CN</dc:language></cp:coreProperties>',
  ].join('')
}

/** `word/fontTable.xml`: tells Word which font to take where one is missing (ECMA-376 part 1, 17.8.3.1 altName). */
export function fontTable(): string {
  const list = Object.entries(substitutes).map(
    ([name, others]) =>
      `<w:font w:name="${xml(name)}"><w:altName w:val="${xml(others.join(','))}"/><w:charset w:val="86"/>` +
      `<w:family w:val="${name === fonts.heading ? 'swiss' : 'roman'}"/></w:font>`,
  )
  return `${declaration}<w:fonts xmlns:w="${office}/wordprocessingml/2006/main">${list.join('')}</w:fonts>`
}

/** `word/settings.xml` with the language of the document (ECMA-376 part 1, 17.15.1.88); docx has no word for it. */
export const withLanguage = (settings: string): string =>
  settings.replace(/(<\/w:compat>|<w:compat\/>)/, '$1<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/>')

function xml(text: string): string {
  return documentText(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
