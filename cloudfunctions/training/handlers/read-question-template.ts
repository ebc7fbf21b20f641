import type { TrainingContract } from '../../../shared/training/contract';
import type { Handler } from '../../platform/serve';
import { spreadsheetOf } from '../../platform/spreadsheet';
import { templateHeadings, templateRows } from '../rules/question-columns';

export const readQuestionTemplate: Handler<TrainingContract['readQuestionTemplate']> = async () => ({
  csv: spreadsheetOf(templateHeadings, templateRows),
});
