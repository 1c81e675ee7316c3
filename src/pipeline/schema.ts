import { z } from 'zod'
import { baseKinds } from '../model/study.ts'

/** Where the answers are and how the columns are to be read. Paths are relative to the project's root. */
export const inputSchema = z.strictObject({
  file: z.string(),
  /** `wide`: a row a respondent, a column a question; `long`: a row an answer. */
  layout: z.enum(['wide', 'long']).default('wide'),
  /** Text encoding of CSV and JSON lines; anything but UTF-8 must be stated. */
  encoding: z.string().default('utf-8'),
  /** CSV delimiter; decided from the header where not stated. */
  delimiter: z.string().length(1).optional(),
  /** Sheet name of a workbook; the first where not stated. */
  sheet: z.string().optional(),
  /** Column of the respondent's id. */
  respondent: z.string(),
  attributes: z.array(z.string()).default([]),
  /** Wide: column of a question where it is not the question's id. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Long: column that names the question ... */
  question: z.string().optional(),
  /** ... or the one question that every row answers. */
  only: z.string().optional(),
  /** Long: column of the answer's words. */
  text: z.string().optional(),
})

/** What tables are written as. CSV is always among them: the page, `explain` and `audit` speak of these files. */
export const tableFormats = ['csv', 'xlsx', 'md', 'parquet'] as const
export type TableFormat = (typeof tableFormats)[number]

/** How answers are counted and what the tables are written as. */
export const tablesSchema = z.strictObject({
  /** Attributes to cross the themes with. */
  by: z.array(z.string()).default([]),
  base: z.enum(baseKinds).default('all'),
  /** Pages for readers show no percentage over fewer respondents; the CSV files keep all. */
  minimumBase: z.int().min(0).default(10),
  formats: z
    .array(z.enum(tableFormats))
    .refine((formats) => formats.includes('csv'), { message: '`csv` is needed: the report refers to the CSV files' })
    .default(['csv', 'xlsx', 'md']),
})

/** A pipeline file: what to run, on what. No code, no conditions, no variables. */
export const pipelineSchema = z
  .strictObject({
    title: z.string(),
    input: inputSchema,
    questionnaire: z.string(),
    codebook: z.string(),
    /** Lexicon ids below `lexicons/`, such as `wildlife/species`. */
    lexicons: z.array(z.string()).min(1),
    /** Id of the context triggers, such as `context/en`. */
    context: z.string(),
    /** Id of the rules for closed questions. */
    closed: z.string().optional(),
    /** Which hits of one code, or of several, may share words. */
    overlap: z.enum(['per-code', 'global-longest', 'leftmost-longest']).default('per-code'),
    /** Folder of the reviewers' journals. */
    decisions: z.string().optional(),
    tables: tablesSchema.default(tablesSchema.parse({})),
    /** `bands`: id of the words for shares in the report's paragraphs. `docx`: whether to write the document too. */
    report: z
      .strictObject({ bands: z.string().default('bands/un-report'), docx: z.boolean().default(true) })
      .default({ bands: 'bands/un-report', docx: true }),
  })
  .superRefine(({ input }, issues) => {
    if (input.layout === 'long' && input.text === undefined)
      issues.addIssue({
        code: 'custom',
        path: ['input', 'text'],
        message: 'a long input needs the column of the answer: `text`',
      })
    if (input.layout === 'long' && (input.question === undefined) === (input.only === undefined))
      issues.addIssue({
        code: 'custom',
        path: ['input', 'question'],
        message: 'a long input needs either `question` (a column) or `only` (a question id)',
      })
  })
export type Pipeline = Readonly<z.infer<typeof pipelineSchema>>
export type InputOptions = Pipeline['input']
