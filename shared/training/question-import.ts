import * as z from 'zod';
import { Question, questionLimits } from './question';

/** Of a file with questions. `problems`: so many are named; the others are counted. */
export const importLimits = { rows: 2000, columns: 40, bytes: 5_000_000, problems: 200 } as const;

/** Of an archive with one such file and the pictures that its questions name. */
export const packageLimits = { entries: 200, bytes: 20_000_000, unpackedBytes: 60_000_000 } as const;

/**
 * What is wrong with a cell. `answerUnknown`: the key names no option, or is neither right nor wrong. `optionGap`: an
 * option is empty and a later one is not. `twiceInFile`: an earlier line asks the same. `pictureMissing`: no file of
 * the archive has that name. `pictureTwice`: several have it. `pictureUnusable`: not a PNG or JPEG of at most 2 MB.
 */
export const ImportFault = z.enum([
  'missing',
  'tooLong',
  'unreadable',
  'kindUnknown',
  'tooFewOptions',
  'optionGap',
  'optionTwice',
  'answerUnknown',
  'tooManyAnswers',
  'twiceInFile',
  'pictureMissing',
  'pictureTwice',
  'pictureUnusable',
]);
export type ImportFault = z.infer<typeof ImportFault>;

/** One cell that cannot be taken; its row stays out, the others do not. */
export const ImportProblem = z.object({
  /** As a spreadsheet counts, from 1. */
  line: z.int().min(1),
  /** The heading as the file has it. */
  column: z.string().max(60),
  fault: ImportFault,
  /** With `twiceInFile`: the line that asked first. */
  otherLine: z.int().min(1).nullable(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

const Rows = z.int().min(0).max(importLimits.rows);

/** 导入预览: what a file would do to the bank of the draft. Nothing is changed by looking. */
export const ImportPreview = z.object({
  /** Of the draft that was looked at; the import names it. */
  draftVersion: z.int().min(1),
  fresh: Rows,
  /** In the bank already, with another key, other options or another explanation. */
  changed: Rows,
  same: Rows,
  /** For which the bank has no room. */
  left: Rows,
  refused: Rows,
  problems: z.array(ImportProblem).max(importLimits.problems),
  /** Columns that say nothing about a question. */
  unusedColumns: z.array(z.string().max(60)).max(importLimits.columns),
  questions: z
    .array(
      z.object({
        ...{ line: z.int().min(1), isFresh: z.boolean(), question: Question },
        /** The picture's name in the archive; null where the file says nothing about one. */
        picture: z.string().max(100).nullable(),
      }),
    )
    .max(questionLimits.bank),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
