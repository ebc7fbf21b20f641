import { type Question, questionLimits } from '../../../shared/training/question';
import type { ImportFault } from '../../../shared/training/question-import';
import { type ImportPreview, type ImportProblem, importLimits } from '../../../shared/training/question-import';
import type { Table } from '../../platform/table/read-table';
import { columnsIn, optionHeading, type QuestionColumn, type QuestionColumns } from './question-columns';
import { type Fault, readQuestionRow } from './question-row';

/** What makes two questions the same, however they are spaced and written. */
const identityOf = ({ kind, text }: Pick<Question, 'kind' | 'text'>) =>
  `${kind}:${text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()}`;

const inOneOrder = (question: Question) => JSON.stringify(Object.entries(question).sort());

/** The pictures of an archive, by the name that a cell says: where one will stand, or why it cannot. */
export interface PictureFinder {
  pathOf(name: string): { path: string } | ImportFault;
  /** Where a picture of the bank stands. */
  standsAt(fileId: string): string | null;
}

/** The bank as it would be afterwards, and everything that there is to say about the file. */
export interface ImportPlan {
  bank: Question[];
  /** Pictures that their questions have as soon as they stand there. */
  pictures: { questionId: string; name: string; path: string }[];
  preview: Omit<ImportPreview, 'draftVersion'>;
}

const headingIn = ({ headings }: Table, { places }: QuestionColumns, column: QuestionColumn) =>
  headings[places.get(column) ?? -1]?.slice(0, 60) ?? optionHeading(column);

/**
 * Works out what a file does to a bank. A question that stands there keeps its name and place; a new one is named by
 * `idOf` after what it asks, so that the same file, however often, gives the same bank.
 */
export function planImport(
  table: Table,
  bank: readonly Question[],
  idOf: (identity: string) => string,
  finder: PictureFinder,
): ImportPlan {
  const columns = columnsIn(table.headings);
  const known = new Map(bank.map((question) => [identityOf(question), question]));
  const firstLine = new Map<string, number>();
  const problems: ImportProblem[] = [];
  const pictures: ImportPlan['pictures'] = [];
  const saysPictures = columns.places.has('picture');
  const questions: ImportPreview['questions'] = [];
  const counts = { fresh: 0, changed: 0, same: 0, left: 0, refused: 0 };
  const room = Math.max(0, questionLimits.bank - bank.length);
  const turnDown = (line: number, faults: readonly Fault[], otherLine: number | null) => {
    counts.refused += 1;
    const named = faults.map(({ column, fault }) => ({ column: headingIn(table, columns, column), fault }));
    problems.push(...named.map((problem) => ({ ...problem, line, otherLine })));
  };
  const take = (
    line: number,
    written: Omit<Question, 'questionId'>,
    identity: string,
    picture: { name: string; path: string } | null,
  ) => {
    const there = known.get(identity);
    const standing = there?.picture;
    // A file without the column says nothing about pictures: what stands there stays.
    const keeps = standing !== undefined && (!saysPictures || finder.standsAt(standing) === picture?.path);
    const questionId = there?.questionId ?? idOf(identity);
    const question = { ...written, questionId, ...(keeps ? { picture: standing } : {}) } as Question;
    const isNewPicture = picture !== null && !keeps;
    if (there && !isNewPicture && inOneOrder(there) === inOneOrder(question)) counts.same += 1;
    else if (!there && counts.fresh >= room) counts.left += 1;
    else {
      counts[there ? 'changed' : 'fresh'] += 1;
      questions.push({ line, isFresh: there === undefined, question, picture: picture?.name.slice(0, 100) ?? null });
      if (isNewPicture) pictures.push({ questionId, ...picture });
    }
  };
  for (const [index, row] of table.rows.entries()) {
    const line = table.lineNumbers[index] ?? index + 1;
    const read = readQuestionRow(row, columns);
    if ('faults' in read) {
      turnDown(line, read.faults, null);
      continue;
    }
    const identity = identityOf(read.question);
    const earlier = firstLine.get(identity);
    const found = read.picture === '' ? null : finder.pathOf(read.picture);
    if (typeof found === 'string') turnDown(line, [{ column: 'picture', fault: found }], null);
    else if (earlier === undefined) {
      take(line, read.question, identity, found && { name: read.picture, path: found.path });
    } else turnDown(line, [{ column: 'text', fault: 'twiceInFile' }], earlier);
    firstLine.set(identity, earlier ?? line);
  }
  const changed = new Map(questions.map(({ question }) => [question.questionId, question]));
  const fresh = questions.flatMap(({ isFresh, question }) => (isFresh ? [question] : []));
  return {
    pictures,
    bank: [...bank.map((question) => changed.get(question.questionId) ?? question), ...fresh],
    preview: {
      ...counts,
      problems: problems.slice(0, importLimits.problems),
      unusedColumns: columns.unused,
      questions,
    },
  };
}
