import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { millimetresOfPicture, type RowPicture } from '../../shared/paper/table-document.ts'
import { documentText } from './document-text.ts'

const pixelsPerMillimetre = 96 / 25.4

/**
 * A row's picture in a paragraph of its own.
 *
 * @param number tells the pictures of a document apart, from 1: docx would count on from document to document
 */
export function pictureParagraph(picture: RowPicture | undefined, number: number): Paragraph {
  if (!picture) return new Paragraph({})
  const { jpeg, width, height, alt } = picture
  const scale =
    Math.min(millimetresOfPicture.width / width, millimetresOfPicture.height / height) * pixelsPerMillimetre
  const name = documentText(alt)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'jpg',
        data: jpeg,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { id: String(number), name: `缩略图${number}`, description: name, title: name },
      }),
    ],
  })
}
