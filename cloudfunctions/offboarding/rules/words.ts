import { dayInWords } from '../../../shared/kernel/day';
import type { RowOwner } from '../../../shared/offboarding/separation';
import type { StoredSeparation } from '../documents';
import { isLateRow } from './calendar';
import { leavingPage, ownPage } from './pages';
import type { Audience } from './tasks';

/** A fact or a request on its way to another context, but for its request id. `key` names it for ever. */
export interface Word {
  key: string;
  to: string;
  call: string;
  input: object;
}

/** Something that is told once. */
export interface Telling {
  key: string;
  audience: Audience;
  title: string;
  line: string;
  page: string;
}

/** What other contexts have to know by now. */
export function wantedWords(separation: StoredSeparation): Word[] {
  const { _id, employmentId, personId, state, lastDay, lastDayAt, kind, reasonId, changedAt } = separation;
  const about = { employmentId, personId };
  const stays = state === 'withdrawn' || state === 'retained';
  if (stays && separation.acknowledgedAt !== null) {
    const fact = { factId: `${_id}.stays`, ...about, at: changedAt };
    return [
      { key: 'cancelNotice', to: 'people', call: 'cancelNotice', input: { employmentId, at: changedAt } },
      { key: 'exit.stays', to: 'exit', call: 'noteLeavingWithdrawn', input: { fact } },
    ];
  }
  if (stays || lastDay === null || lastDayAt === null) return [];
  const words: Word[] = [];
  if (state === 'acknowledged') {
    const key = `${lastDay}.${Date.parse(lastDayAt)}`;
    const fact = { factId: `${_id}.${key}`, ...about, at: lastDayAt, kind, lastDay, reasonId };
    const notice = { employmentId, relievingDate: lastDay, at: lastDayAt };
    words.push(
      { key: `notice.${key}`, to: 'people', call: 'setNotice', input: notice },
      { key: `exit.${key}`, to: 'exit', call: 'noteLeavingAcknowledged', input: { fact } },
    );
  }
  return [...words, ...endWords(separation), ...certificateWord(separation)];
}

function endWords({ _id, effectiveAt, lastDay, employmentId, personId, kind, reasonId }: StoredSeparation): Word[] {
  if (effectiveAt === null || lastDay === null) return [];
  const at = effectiveAt;
  const fact = { factId: `${_id}.ended`, employmentId, personId, at, kind, relievingDate: lastDay, reasonId };
  return [
    { key: 'end', to: 'people', call: 'endEmployment', input: { employmentId, relievingDate: lastDay, at } },
    { key: 'exit.ended', to: 'exit', call: 'noteEmploymentEnded', input: { fact } },
    { key: 'unbind', to: 'wechat', call: 'recordEmployeeRelation', input: { personId, isBound: false } },
  ];
}

/** On the last day, whatever the rows say: 劳动合同法 50. Asked for until the row says that it was issued. */
function certificateWord({ rows, countedOn, lastDay, employmentId, changedAt }: StoredSeparation): Word[] {
  const isDue = lastDay !== null && countedOn >= lastDay;
  const isOpen = rows.some((row) => row.kind === 'certificate' && row.state === 'open');
  if (!isDue || !isOpen) return [];
  const input = { employmentId, relievingDate: lastDay, at: changedAt };
  return [{ key: 'certificate', to: 'exit', call: 'issueLeavingCertificate', input }];
}

const ownerWords: Record<RowOwner, string> = {
  manager: '直属上级',
  it: 'IT',
  finance: '财务',
  administration: '行政',
  hr: 'HR',
};

/** What is told to people by now; each once. */
export function wantedTellings(separation: StoredSeparation): Telling[] {
  const { _id, personId, personName: name, kind, rows, countedOn, acknowledgedAt, state } = separation;
  const hr = (key: string, title: string, line: string): Telling => ({
    ...{ key, audience: { role: 'hr' }, title, line, page: leavingPage(_id) },
  });
  const late = rows
    .filter((row) => (state === 'acknowledged' || state === 'effective') && isLateRow(row, countedOn))
    .map(({ rowId, owner, title, dueOn, state: now }) => {
      const said = now === 'stuck' ? '遇到了困难' : `应于${dayInWords(dueOn)}办完`;
      return hr(`late.${rowId}.${dueOn}.${now}`, `${name}的手续有延误`, `${ownerWords[owner]}：${title}，${said}`);
    });
  const isGoneBefore = state === 'withdrawn' && acknowledgedAt === null;
  const gone = isGoneBefore ? [hr('gone', `${name}撤回了离职申请`, '不需要再做什么')] : [];
  if (kind === 'death') return late;
  const audience: Audience = { personIds: [personId] };
  const own = ownTellings(separation).map((telling) => ({ ...telling, audience, page: ownPage }));
  return [...late, ...gone, ...own];
}

function ownTellings(separation: StoredSeparation): Omit<Telling, 'audience' | 'page'>[] {
  const { state, lastDay, lastDayAt, acknowledgedAt, acknowledgedBy, withdrawal, talk, settlement } = separation;
  const told: Omit<Telling, 'audience' | 'page'>[] = [];
  if (state === 'acknowledged' && lastDay !== null && lastDayAt !== null) {
    const isFirst = lastDayAt === acknowledgedAt;
    const title = isFirst ? '离职申请已受理' : `最后工作日改为${dayInWords(lastDay)}`;
    const line = acknowledgedBy === null ? '按法定通知期自动生效' : '手续清单已经开出，谁在办、办到哪里都看得到';
    told.push({
      key: `ack.${lastDay}.${Date.parse(lastDayAt)}`,
      title,
      line: `最后工作日 ${dayInWords(lastDay)}。${line}`,
    });
  }
  if (talk !== null && talk.outcome === null) {
    told.push({ key: 'talk', title: 'HR 想和你聊聊', line: '想听听你的想法。通知期照常计算，去留由你决定。' });
  }
  if (withdrawal?.answer === 'declined') {
    const words = withdrawal.words === null ? '' : `：${withdrawal.words}`;
    told.push({ key: 'declined', title: '离职照原计划进行', line: `HR 没有同意撤回${words}`.slice(0, 120) });
  }
  if (state === 'withdrawn' || state === 'retained') {
    told.push({ key: 'stays', title: '离职申请已撤回', line: '一切照旧，很高兴你留下来。' });
  }
  if (settlement !== null && settlement.confirmedAt !== null) {
    const key = `shown.${Date.parse(settlement.confirmedAt)}`;
    told.push({ key, title: '离职结算出来了', line: '每一笔的来由都在里面，有疑问直接找财务或 HR。' });
  }
  for (const { questionId, outcome } of separation.questions) {
    if (outcome === null) continue;
    const line = outcome === 'mended' ? '已经退回去改，确认之后再给你看。' : '点开看答复，还不清楚可以接着问。';
    told.push({ key: `answered.${questionId}`, title: '你问的结算有答复了', line });
  }
  if (settlement?.state === 'paid') {
    told.push({
      key: 'paid',
      title: '离职结算已发放',
      line: `发放日期 ${settlement.paidOn === null ? '' : dayInWords(settlement.paidOn)}`,
    });
  }
  if (separation.effectiveAt !== null) {
    told.push({ key: 'ended', title: '谢谢你一路同行', line: '你的结算、手续和证明都还在这里，随时可以回来看。' });
  }
  return told;
}
