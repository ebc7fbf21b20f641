import type { ExitContract } from '../../../shared/exit/contract';
import { reaches } from '../../../shared/people/identity';
import { refuse } from '../../../shared/refusal';
import { personOf } from '../../platform/caller';
import { readFile } from '../../platform/files';
import type { Handler } from '../../platform/serve';
import { drawPaper } from '../papers/draw-paper';
import { openedIncome } from '../papers/papers';
import { sealPicture } from '../papers/seal-picture';
import { paperTitles, paperWords } from '../rules/paper-words';
import { store } from '../store';

export const openPaper: Handler<ExitContract['openPaper']> = async ({ paperId }, { caller }) => {
  const paper = await store.papers.read(paperId);
  const maySee =
    paper !== null && (paper.personId === personOf(caller).personId || reaches(caller.reach, paper.branchId));
  if (!maySee) return refuse('paper_not_found');
  const words = paperWords(paper, openedIncome(paper));
  if (words === null || paper.code === null) return refuse('paper_not_found');
  const { sealFileId = null } = paper.facts ?? {};
  const file = sealFileId === null ? null : ((await readFile(sealFileId)) ?? refuse('wait_and_repeat'));
  const pdf = drawPaper(words, paper.code, file && sealPicture(file)).toString('base64');
  return { fileName: `${paperTitles[paper.kind]}-${paper.personName}.pdf`, pdf };
};
