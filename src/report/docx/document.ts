import {
  AlignmentType,
  Document,
  Footer,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import { safeText } from '../markup.ts'
import type { ReportContent } from '../report-content.ts'
import { reviewStatus } from '../review-status.ts'
import { annexBlocks } from './annex.ts'
import { bodyBlocks } from './body.ts'
import { colours, numbering, styles } from './look.ts'
import type { Raster } from './picture.ts'
import { createPlaces } from './places.ts'
import { createSetting } from './setting.ts'
import { stableDocx } from './stable.ts'

/** Margins of 2.5 cm on A4, in twentieths of a point. */
const page = { size: { width: 11906, height: 16838 }, margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 } }

/** The report as a document for word processors, `report.docx`: same content, same bytes. */
export const renderDocx = async (content: ReportContent, raster: Raster): Promise<Uint8Array> => {
  const setting = createSetting(createPlaces())
  const title = safeText(content.study.title)
  const body = bodyBlocks(content, setting, raster)
  const document = new Document({
    title,
    creator: 'Verbatim',
    lastModifiedBy: 'Verbatim',
    styles,
    numbering,
    sections: [
      {
        properties: { page },
        footers: { default: footer() },
        children: [
          new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(reviewStatus(content.tally))] }),
          new Paragraph({ style: 'Contents', children: [new TextRun('Contents')] }),
          // A list of links until the word processor is asked to update it, which adds the pages.
          new TableOfContents('Contents', {
            hyperlink: true,
            headingStyleRange: '1-2',
            beginDirty: false,
            tabLeader: LeaderType.NONE,
          }),
          ...body,
          ...annexBlocks(content, setting),
        ],
      },
    ],
  })
  return stableDocx(new Uint8Array(await Packer.toArrayBuffer(document)))
}

const footer = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Source',
        alignment: AlignmentType.END,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: colours.soft })],
      }),
    ],
  })
