import type { Paper } from '../../../../shared/exit/papers';
import { dayInWords, momentInWords, todayOf } from '../../../wording/day';
import { paperInWords, paperStateInWords } from './exit';

/** One paper of a list. */
export function paperRow(paper: Paper) {
  const now = new Date();
  const { _id, kind, state, personName, departmentName, purpose, requestedAt, expectedOn, ownerName } = paper;
  const { issuedAt, code, declineReason } = paper;
  const where = {
    requested: `在${ownerName}，最晚 ${dayInWords(expectedOn, todayOf(now))} 开好`,
    issued: issuedAt ? `${momentInWords(issuedAt, now)} 由${ownerName}开出` : '',
    declined: `${ownerName}：${declineReason ?? ''}`,
  }[state];
  return {
    ...{ _id, kind, state, personName, where, isLate: state === 'requested' && expectedOn < todayOf(now) },
    title: paperInWords[kind],
    stateText: paperStateInWords[state],
    who: `${personName} · ${departmentName}`,
    meta: `用途：${purpose}，${momentInWords(requestedAt, now)} 申请`,
    code: code ? (code.match(/.{1,4}/g) ?? []).join('-') : '',
  };
}
