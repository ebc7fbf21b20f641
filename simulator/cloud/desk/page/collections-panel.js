import { button, field, look, make, send, table } from './elements.js';

/** Collections with a box for questions, their answers and how they were found. */
export async function collectionsPanel({ attempt }) {
  const collections = await look('/cloud/collections');
  const chosen = make('select', {}, ...collections.map(({ name }) => make('option', {}, name)));
  const query = make('textarea', { rows: 3, cols: 46, spellcheck: 'false', placeholder: '{"status": "active"}' });
  const order = make('input', { placeholder: '{"createdAt": -1}', size: 24 });
  const limit = make('input', { type: 'number', value: 20, min: 1, max: 1000 });
  const answer = make('div');
  const ask = () =>
    attempt(async () => {
      answer.replaceChildren();
      const question = { collection: chosen.value, query: query.value, order: order.value, limit: Number(limit.value) };
      const { documents, explanation } = await send('/cloud/query', question);
      answer.replaceChildren(explain(explanation), ...documents.map(show));
    });
  const rows = collections.map(({ name, documents, indexes }) => [
    button(name, () => {
      chosen.value = name;
      void ask();
    }),
    documents,
    make('div', {}, ...indexes.map(describeIndex)),
  ]);
  return [
    make(
      'section',
      { class: 'card' },
      make('div', { class: 'row' }, field('集合', chosen), field('条件（JSON）', query), field('排序（JSON）', order)),
      make('p', { class: 'row' }, field('条数', limit), button('查询', ask, 'first')),
    ),
    answer,
    make('h3', {}, '所有集合'),
    table(['集合', '文档数', '索引'], rows, '还没有集合。函数在 function.json 里声明自己的集合。'),
  ];
}

function describeIndex({ name, keys, unique }) {
  return make('div', {}, `${name}：${keys.join('，')}`, unique ? '（唯一）' : '');
}

function explain({ index, ranges, examined, returned, sorted, millis }) {
  const facts = [
    index === undefined ? '未用索引，逐个查看' : `索引 ${index}`,
    `查看 ${examined} 条`,
    `返回 ${returned} 条`,
    sorted ? '顺序来自索引' : '查到后排序',
    `${millis.toFixed(2)} 毫秒`,
  ];
  return make(
    'section',
    { class: 'card', id: 'explanation' },
    make('b', {}, facts.join(' · ')),
    ...ranges.map(describeRanges),
  );
}

/** One index and what is read of each of its fields. */
function describeRanges(ranges) {
  const lines = Object.entries(ranges).flatMap(([index, fields]) =>
    Object.entries(fields).map(([name, bounds]) => `${index}：${name} ∈ ${bounds.join(' ∪ ')}`),
  );
  return make('pre', {}, lines.join('\n'));
}

function show(document) {
  return make('section', { class: 'card document' }, make('pre', {}, JSON.stringify(document, null, 2)));
}
