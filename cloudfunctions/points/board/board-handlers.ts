import { advanceRuleTrial } from '../handlers/advance-rule-trial';
import { answerPointCase } from '../handlers/answer-point-case';
import { askAboutEntry } from '../handlers/ask-about-entry';
import { changeBoardThresholds } from '../handlers/change-board-thresholds';
import { exportRedemptionValues } from '../handlers/export-redemption-values';
import { listBookedLines } from '../handlers/list-booked-lines';
import { listFindings } from '../handlers/list-findings';
import { listPointCases } from '../handlers/list-point-cases';
import { noteFinding } from '../handlers/note-finding';
import { readInflationBoard } from '../handlers/read-inflation-board';
import { readMyEntry } from '../handlers/read-my-entry';
import { readRuleTrial } from '../handlers/read-rule-trial';
import { tryGiftPrice } from '../handlers/try-gift-price';
import { tryRule } from '../handlers/try-rule';

/** HR's side of the points economy, as shared/points/board-calls.ts has it. */
export const boardHandlers = {
  readInflationBoard,
  listBookedLines,
  changeBoardThresholds,
  tryRule,
  advanceRuleTrial,
  readRuleTrial,
  tryGiftPrice,
  listFindings,
  noteFinding,
  askAboutEntry,
  readMyEntry,
  listPointCases,
  answerPointCase,
  exportRedemptionValues,
};
