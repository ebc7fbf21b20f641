import { type MyRecordAnswer, myRecordView } from './my-record-view';

const now = new Date('2026-11-20T02:00:00.000Z');
const kept: MyRecordAnswer['kept'] = [
  { collection: 'persons', what: '姓名', why: '认人', until: '两年', seenBy: ['self', 'branchHr'] },
  { collection: 'identities', what: '微信', why: '认人', until: '解绑', seenBy: ['nobody'] },
];

test('who sees a record is said in words, also when nobody does', () => {
  expect(myRecordView({ record: null, kept }, now).kept.map(({ who }) => who)).toEqual([
    '你自己、分公司 HR',
    '没有人，只供系统使用',
  ]);
});

test('a visitor has no facts, and what is not held is not shown as an empty line', () => {
  expect(myRecordView({ record: null, kept }, now).facts).toEqual([]);
  const record = {
    ...{ personId: 'p-1', name: '林晓', birthOn: null, phone: null, grants: [], employments: [], joiningCode: null },
    joinedAt: '2026-11-20T01:00:00.000Z',
  };
  expect(myRecordView({ record, kept }, now).facts).toEqual([
    { name: '姓名', value: '林晓' },
    { name: '加入同路', value: '今天 09:00' },
  ]);
});
