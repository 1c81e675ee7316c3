import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'

/** Width of the text on A4 between margins of 2.5 cm, in twentieths of a point. */
export const textWidth = 9070

/** The colours of the document: ink, secondary text, lines, and the ground of a table's head. */
export const colours = { ink: '22262B', soft: '5C636B', line: 'C9C4B8', head: 'EFECE4', link: '1F4F6B' } as const

const heading = { font: 'Arial', color: colours.ink, bold: true } as const

/** Real styles: headings that a word processor lists, captions, tables' text. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: 22, color: colours.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: 'Arial', size: 44, bold: true, color: colours.ink },
      paragraph: { spacing: { before: 600, after: 120 } },
    },
    heading1: {
      run: { ...heading, size: 32 },
      paragraph: { outlineLevel: 0, spacing: { before: 480, after: 160 }, keepNext: true, keepLines: true },
    },
    heading2: {
      run: { ...heading, size: 24 },
      paragraph: { outlineLevel: 1, spacing: { before: 360, after: 120 }, keepNext: true, keepLines: true },
    },
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { font: 'Arial', size: 19, color: colours.ink },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true, keepLines: true },
    },
    {
      id: 'Picture',
      name: 'Picture',
      basedOn: 'Normal',
      run: {},
      paragraph: { spacing: { before: 0, after: 60, line: 240, lineRule: LineRuleType.AUTO }, keepNext: true },
    },
    {
      id: 'Source',
      name: 'Source',
      basedOn: 'Normal',
      run: { font: 'Arial', size: 16, color: colours.soft },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Cell',
      name: 'Table text',
      basedOn: 'Normal',
      run: { font: 'Arial', size: 18 },
      paragraph: { spacing: { before: 30, after: 30, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { font: 'Arial', size: 22, color: colours.soft },
      paragraph: { spacing: { after: 240 } },
    },
    {
      id: 'Contents',
      name: 'Contents heading',
      basedOn: 'Normal',
      run: { ...heading, size: 24 },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
  ],
}

/** The numbers of the paragraphs, as in reports of the United Nations. */
export const numbering = {
  config: [
    {
      reference: 'paragraphs',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: {
            paragraph: { indent: { left: 0, firstLine: 0 }, tabStops: [{ type: 'left' as const, position: 567 }] },
          },
        },
      ],
    },
  ],
}
