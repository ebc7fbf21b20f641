import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { figuresHeadings, figuresRows } from '../rules/figures-sheet';
import { readCourseFigures } from './read-course-figures';

export const exportCourseFigures: Handler<TrainingContract['exportCourseFigures']> = async (input, context) => ({
  csv: spreadsheetOf(figuresHeadings, figuresRows(await readCourseFigures(input, context))),
});
