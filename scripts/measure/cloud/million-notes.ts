import type { FunctionDeclaration } from '../../../simulator/cloud/function-declaration';
import type { Post } from './post-requests';

/** How many documents are loaded. */
export const total = 1_000_000;
const owners = 10_000;
const perRequest = 1000;
const begun = Date.UTC(2025, 0, 1);

/** Three indexes, besides `_id`: order within an owner, unique, and one number. */
export const noteDeclarations: FunctionDeclaration[] = [
  {
    name: 'measured',
    collections: {
      notes: {
        indexes: [
          {
            name: 'by-owner-created',
            keys: [
              ['owner', 'asc'],
              ['createdAt', 'desc'],
            ],
          },
          { name: 'by-code', keys: [['code', 'asc']], unique: true },
          { name: 'by-score', keys: [['score', 'asc']] },
        ],
      },
    },
  },
];

const note = (number: number) => ({
  _id: `note-${number}`,
  owner: `owner-${number % owners}`,
  createdAt: { $date: new Date(begun + number * 1000).toISOString() },
  code: `code-${number}`,
  score: (number * 7919) % 1000,
  place: { city: '上海', floor: number % 40 },
  text: 'x'.repeat(220),
});

/** Writes all notes, about 400 bytes each, as the SDK's `add` of a thousand does. */
export async function loadNotes(post: Post): Promise<void> {
  for (let from = 0; from < total; from += perRequest) {
    const data = Array.from({ length: perRequest }, (_, offset) => JSON.stringify(note(from + offset)));
    const answer = await post({ action: 'database.insertDocument', collectionName: 'notes', data });
    if (answer.code !== undefined) throw new Error(`Loading failed: ${JSON.stringify(answer)}`);
  }
}

const pick = (round: number) => (round * 104_729) % total;
const list = (query: object, more: object = {}) => ({
  action: 'database.getDocument',
  collectionName: 'notes',
  query: JSON.stringify(query),
  limit: 20,
  ...more,
});

/** The questions whose medians are measured; each asks for something else every round. */
export const questions: Readonly<Record<string, (round: number) => object>> = {
  getByIdMedianMs: (round) => list({ _id: `note-${pick(round)}` }, { queryType: 'DOC' }),
  listByIndexSortedMedianMs: (round) => list({ owner: `owner-${pick(round) % owners}` }, { order: '{"createdAt":-1}' }),
  uniqueMedianMs: (round) => list({ code: `code-${pick(round)}` }),
  countByIndexMedianMs: (round) => ({
    action: 'database.calculateDocument',
    collectionName: 'notes',
    query: JSON.stringify({ owner: `owner-${pick(round) % owners}` }),
  }),
  incrementByIdMedianMs: (round) => ({
    action: 'database.modifyDocument',
    collectionName: 'notes',
    query: JSON.stringify({ _id: `note-${pick(round)}`, score: { $gte: 0 } }),
    data: '{"$inc":{"reads":1}}',
    merge: true,
  }),
};

/** No index serves it, so it reads every document. */
export const scan = {
  action: 'database.calculateDocument',
  collectionName: 'notes',
  query: JSON.stringify({ 'place.floor': 7, text: { $ne: 'y' } }),
};

const stage = (stageKey: string, operand: unknown) => ({ stageKey, stageValue: JSON.stringify(operand) });

/** Pipelines over every document. */
export const pipelines: Readonly<Record<string, object>> = {
  group: {
    action: 'database.aggregateDocuments',
    collectionName: 'notes',
    stages: [
      stage('$match', { score: { $gte: 0 } }),
      stage('$project', { owner: 1, score: 1 }),
      stage('$group', { _id: '$owner', count: { $sum: 1 }, best: { $max: '$score' } }),
      stage('$sort', { best: -1, _id: 1 }),
      stage('$limit', 10),
    ],
  },
  sort: {
    action: 'database.aggregateDocuments',
    collectionName: 'notes',
    stages: [stage('$sort', { 'place.floor': -1, text: 1 }), stage('$limit', 10)],
  },
};
