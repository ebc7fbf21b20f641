import { addDays, momentOn } from '../../../shared/kernel/day';
import type { Day, Instant } from '../../../shared/kernel/scalar';
import { type Reach, reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { by, is } from '../../platform/db';
import { oneByOne } from '../../platform/one-by-one';
import { ask } from '../../platform/outbox';
import { seal as sealed, unseal } from '../../platform/sealed';
import { keyedLetters } from '../../platform/secret';
import { followDesk } from '../desk';
import { type Desk, onlySealId, type PaperFacts, type StoredPaper } from '../documents';
import { paperTitles } from '../rules/paper-words';
import { store } from '../store';
import { tell } from '../tell';

const atOnce = 50;

/** 100 bits that follow from the paper and our secret: the same for a repeat, and not to be guessed. */
export const codeOf = (paperId: string) => keyedLetters('paperCode', paperId, 20);

const incomePlace = (paperId: string) => ({ collection: 'exitPapers', id: paperId, field: 'facts.monthlyFen' });
export const sealedIncome = (paperId: string, fen: number) => sealed(String(fen), incomePlace(paperId));
export const openedIncome = ({ _id, facts }: StoredPaper) =>
  facts?.monthlyFen ? Number(unseal(facts.monthlyFen, incomePlace(_id))) : null;

/** The name under which the company signs, and the seal it signs with. */
export async function signature(now: Date): Promise<Pick<PaperFacts, 'companyName' | 'sealFileId'>> {
  const [answer, seal] = await Promise.all([ask('people', 'readCompanyName', {}, now), store.seals.read(onlySealId)]);
  if (!answer.ok) return refuse('wait_and_repeat');
  return { companyName: answer.data.name ?? '本公司', sealFileId: seal?.fileId ?? null };
}

/** A paper that this HR may see; to others it is as if it were not there. */
export async function paperInReach(paperId: string, reach: Reach): Promise<StoredPaper> {
  const paper = await store.papers.read(paperId);
  return paper && reaches(reach, paper.branchId) ? paper : refuse('paper_not_found');
}

const endOf = (day: Day) => momentOn(addDays(day, 1), '00:00').toISOString();

/** HR's task, as long as the paper waits. */
function followHr(paper: StoredPaper, now: Date): Promise<Desk | null | undefined> {
  const { _id, kind, personName, branchId, purpose, state, expectedOn, desk } = paper;
  const wanted = {
    ...{ title: `${personName.slice(0, 20)}申请了${paperTitles[kind]}`, line: `用途：${purpose}`, button: '去处理' },
    ...{ page: '/packages/exit/pages/paper-desk/paper-desk', dueAt: endOf(expectedOn), closesAt: null },
  };
  const task = { taskId: `${_id}.hr`, branchId, exceptId: null, wanted: state === 'requested' ? wanted : null };
  const announce = async (announced: Desk) =>
    (await store.papers.changeOne({ _id, state: 'requested' }, { desk: by.exactly(announced) })) !== null;
  return followDesk(desk, task, announce, now);
}

async function followOwner({ _id, kind, personId, state, declineReason }: StoredPaper, now: Date): Promise<boolean> {
  if (state === 'requested') return true;
  const title = `${paperTitles[kind]}${state === 'issued' ? '已开好' : '没有开'}`;
  const line = state === 'issued' ? '可以打开、保存，对方扫码就能核验' : (declineReason ?? '请联系 HR').slice(0, 120);
  const notice = { factId: `${_id}.${state}`, personIds: [personId], title, line };
  return tell({ ...notice, page: '/packages/exit/pages/papers/papers' }, now);
}

/** Tells the owner what became of it, and HR what waits. Safe to repeat. */
export async function followPaper(paper: StoredPaper, now: Date): Promise<boolean> {
  const { _id, state, pendingSince } = paper;
  if (pendingSince === null) return true;
  if (!(await followOwner(paper, now))) return false;
  const desk = await followHr(paper, now);
  if (desk === undefined) return false;
  await store.papers.changeOne({ _id, state, pendingSince }, { pendingSince: null, desk: desk && by.exactly(desk) });
  return true;
}

/** What a killed process left. */
export async function followPapers(quietSince: Instant, now: Date): Promise<number> {
  const found = await store.papers.list({ where: { pendingSince: is.between('', quietSince) }, limit: atOnce });
  await oneByOne(found, (paper) => followPaper(paper, now));
  return found.length;
}
