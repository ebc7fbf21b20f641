import { questionLimits } from '../../../shared/training/question';

export type QuestionColumn = 'kind' | 'text' | 'answer' | 'explanation' | 'picture' | `option${number}`;

/** The letters of the options, A to H. */
export const letters = [...'ABCDEFGH'].slice(0, questionLimits.options);

const names: Readonly<Record<string, QuestionColumn>> = {
  ...{ 题型: 'kind', 题目类型: 'kind', 类型: 'kind', 试题类型: 'kind' },
  ...{ 题目: 'text', 题干: 'text', 试题: 'text', 问题: 'text', 题目内容: 'text', 试题内容: 'text' },
  ...{ 正确答案: 'answer', 答案: 'answer', 标准答案: 'answer', 参考答案: 'answer' },
  ...{ 解释: 'explanation', 解析: 'explanation', 答案解析: 'explanation', 试题解析: 'explanation' },
  ...{ 图片: 'picture', 配图: 'picture', 附图: 'picture', 题目图片: 'picture', 图片文件: 'picture' },
};

/** Which column a heading names, however it is spaced and whatever width its letters have; null for any other. */
export function columnOf(heading: string): QuestionColumn | null {
  const plain = heading
    .normalize('NFKC')
    .replace(/[\s()*]/g, '')
    .toUpperCase();
  const letter = /^(?:选项|答案选项)?([A-H])(?:选项)?$/.exec(plain)?.[1];
  return names[plain] ?? (letter === undefined ? null : `option${letters.indexOf(letter)}`);
}

/** What the template calls the column of an option; empty for any other column. */
export const optionHeading = (column: QuestionColumn) => {
  const letter = letters[Number(/^option(\d+)$/.exec(column)?.[1] ?? -1)];
  return letter === undefined ? '' : `选项${letter}`;
};

export interface QuestionColumns {
  /** The place of a column; absent where the file has none. The first of two of a kind counts. */
  places: ReadonlyMap<QuestionColumn, number>;
  unused: string[];
  /** By name, of those that a file has to have. */
  missing: string[];
}

export function columnsIn(headings: readonly string[]): QuestionColumns {
  const places = new Map<QuestionColumn, number>();
  const unused: string[] = [];
  for (const [place, heading] of headings.entries()) {
    const column = columnOf(heading);
    if (column !== null && !places.has(column)) places.set(column, place);
    else if (heading !== '') unused.push(heading.slice(0, 60));
  }
  const needed = { 题型: 'kind', 题目: 'text', 正确答案: 'answer' } as const;
  const missing = Object.entries(needed).flatMap(([name, column]) => (places.has(column) ? [] : [name]));
  return { places, unused, missing };
}

/** 模板: the headings, and a row of each kind. */
export const templateHeadings = [
  '题型',
  '题目',
  ...letters.map((_, place) => optionHeading(`option${place}`)),
  '正确答案',
  '解释',
  '图片',
];

const row = (kind: string, text: string, options: readonly string[], answer: string, explanation: string) => [
  ...[kind, text],
  ...letters.map((_, place) => options[place] ?? ''),
  ...[answer, explanation, ''],
];

export const templateRows = [
  row('单选', '进温室之前先做什么？', ['换雨靴', '拍照', '打电话'], 'A', '棚里有水，地面滑。'),
  row('多选', '哪些东西不能带进温室？', ['打火机', '宠物', '笔记本', '食物'], 'ABD', '明火、动物和食物都会带来隐患。'),
  row('判断', '离开温室时要把门关好。', [], '对', '温差会伤到幼苗。'),
  row(
    '排序',
    '按先后排好参观的步骤。',
    ['登记', '换雨靴', '进棚', '归还雨靴'],
    'ABCD',
    '答案写字母的先后；不写就按选项的先后。',
  ),
  row('填空', '园区紧急电话是多少？', [], '8120；转8120', '几种写法都算对时，用分号隔开，最多五种。'),
];
