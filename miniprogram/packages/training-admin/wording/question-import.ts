import type { ImportFault, ImportPreview, ImportProblem } from '../../../../shared/training/question-import';
import { questionKindInWords } from './question-draft';

const faultInWords: Record<ImportFault, string> = {
  missing: '还空着',
  tooLong: '太长了：题目和解释最多 300 字，选项 100 字，填空答案 40 字',
  unreadable: '里有看不见的控制字符，请重新输入',
  kindUnknown: '要写单选、多选、判断、排序或填空',
  tooFewOptions: '还空着，至少要两个选项',
  optionGap: '空着，后面却还有选项，请往前补齐',
  optionTwice: '和前面的选项一样',
  answerUnknown: '对不上：写选项的字母；判断写对或错；排序要写全每个字母',
  tooManyAnswers: '太多：单选只有一个，填空最多五种写法',
  twiceInFile: '和前面是同一题',
  pictureMissing: '在 ZIP 里没有这个名字的文件',
  pictureTwice: '在 ZIP 里有几个同名的文件，请改名',
  pictureUnusable: '不是 PNG 或 JPG，或超过 2 MB',
};

const problemFace = ({ line, column, fault, otherLine }: ImportProblem) => ({
  key: `${line}.${column}`,
  where: `第 ${line} 行 · ${column}`,
  said: otherLine === null ? faultInWords[fault] : `和第 ${otherLine} 行是同一题`,
});

const count = (amount: number, words: string) => (amount > 0 ? [`${amount} ${words}`] : []);

/** Everything that the page shows of what a file would do. */
export function importFace(preview: ImportPreview) {
  const { fresh, changed, same, left, refused, problems, unusedColumns, questions } = preview;
  return {
    ready: fresh + changed,
    counts: [
      ...[...count(fresh, '题是新的'), ...count(changed, '题题库里有，会换成文件里的')],
      ...[...count(same, '题和题库一样，不用动'), ...count(left, '题放不下：题库最多 300 题')],
    ],
    refused,
    problems: problems.map(problemFace),
    unnamed: problems.length < refused ? '只列出前面的，改好后再导入一次就能看到其余的。' : '',
    unused: unusedColumns.length > 0 ? `没有用到的列：${unusedColumns.join('、')}` : '',
    questions: questions.map(({ line, isFresh, picture, question: { text, kind } }) => ({
      ...{ line, text },
      meta: [
        questionKindInWords(kind),
        `第 ${line} 行`,
        isFresh ? '新' : '替换',
        ...(picture ? [`图 ${picture}`] : []),
      ].join(' · '),
    })),
  };
}
export type ImportFace = ReturnType<typeof importFace>;
