import type { RosterBatchView, RosterRowView } from '../../../shared/people/roster';
import { applyInWords, endingOf, firstOutcome, outcomeTabs, summaryInWords } from './batch-view';
import { choose, columnLists, missingInWords } from './components/roster-columns/column-choices';
import { codeTyped, invitationInWords, joiningText, tokenOpenedWith, tokenScanned } from './joining-text';
import { rosterRow } from './roster-row-view';
import { unfitFile } from './roster-upload';

const token = 'AbCdEfGhIjKlMnOpQrStUv';
const now = new Date('2026-11-22T04:30:00.000Z');

describe('joining', () => {
  test('what the QR says is understood again', () => {
    expect(tokenScanned(joiningText(token))).toBe(token);
  });

  test.each(['https://example.com', 'tonglu:join:', `tonglu:join:${token}x`, token, ''])(
    '%p is no joining QR',
    (text) => {
      expect(tokenScanned(text)).toBeNull();
    },
  );

  test('the invitation says all that is typed on the page', () => {
    const invited = { name: '江一帆', employeeNumber: 'YS-0099', code: 'MZ4QHNM8', until: '11月25日 22:22' };
    const words = invitationInWords(invited);
    for (const part of Object.values(invited)) expect(words).toContain(part);
    expect(words).toContain('我是员工');
  });

  test('a page opened from a code or an ordinary QR finds its token', () => {
    expect(tokenOpenedWith({ scene: token })).toBe(token);
    expect(tokenOpenedWith({ q: encodeURIComponent(joiningText(token)) })).toBe(token);
    expect(tokenOpenedWith({})).toBeNull();
  });

  test('a scene that cannot be decoded is nobody’s token', () => {
    expect(tokenOpenedWith({ scene: '%E4%' })).toBeNull();
  });

  test('a code may be typed as it was said, with blanks, dashes and small letters', () => {
    expect(codeTyped(' k7wm-3qxa ')).toBe('K7WM3QXA');
  });
});

describe('columns', () => {
  const column = (index: number, field: RosterBatchView['columns'][number]['field']) => ({
    index,
    heading: `C${index}`,
    field,
    leftOut: field ? null : ('unknown' as const),
    examples: [],
  });
  const columns = [column(0, 'name'), column(1, 'employeeNumber'), column(2, null)];

  test('all three required fields must have a column', () => {
    expect(missingInWords(columns)).toBe('还缺部门，请选出是哪一列。');
    expect(missingInWords(choose(columns, 2, 3))).toBe('');
  });

  test('a field that moves to another column leaves the first', () => {
    const moved = choose(columns, 2, 2);
    expect(moved.map(({ field }) => field)).toEqual([null, 'employeeNumber', 'name']);
  });

  test('choosing not at all leaves a column out', () => {
    expect(columnLists(choose(columns, 0, 0)).leftOut.map(({ index }) => index)).toEqual([0, 2]);
  });

  test('what is imported stands in the order of the record', () => {
    expect(columnLists(columns).matched.map(({ text }) => text)).toEqual(['工号', '姓名']);
  });

  test('a sensitive column cannot be matched', () => {
    const [sensitive] = columnLists([{ ...column(0, null), leftOut: 'sensitive' }]).leftOut;
    expect(sensitive?.mayMatch).toBe(false);
  });
});

describe('a row of the preview', () => {
  const row: RosterRowView = {
    _id: 'b.000002',
    rowNumber: 2,
    lineNumber: 3,
    outcome: 'waiting',
    reading: { name: '王小明', employeeNumber: 'N2', departmentName: '研发部', position: null, status: 'active' },
    repairs: [{ rule: 'statusTranslated', field: 'status', from: 'Active', to: 'active' }],
    questions: [
      {
        kind: 'leavingDateButNotLeft',
        first: { status: 'active', relievingDate: null },
        second: { status: 'left', relievingDate: '2016-06-16' },
        decision: null,
      },
    ],
    rejections: [{ reason: 'dateUnreadable', field: 'dateOfJoining' }],
    changes: [{ field: 'status', from: 'active', to: 'onLeave' }],
  };

  test('speaks Chinese and shows no code', () => {
    expect(JSON.stringify({ ...rosterRow(row), questions: [] })).not.toMatch(/"(active|onLeave|left)"/);
  });

  test('puts both readings side by side', () => {
    const [question] = rosterRow(row).questions;
    expect(question?.first.values).toContainEqual({ name: '离职日期', value: '（空）' });
    expect(question?.second.values).toContainEqual({ name: '状态', value: '已离职' });
  });

  test('says field by field what changes, and why a field is refused', () => {
    expect(rosterRow(row).changes).toEqual([{ name: '状态', from: '在职', to: '休假中' }]);
    expect(rosterRow(row).rejections).toEqual(['入职日期：日期看不懂']);
  });
});

describe('a file from a chat', () => {
  const file = (bytes: number, name = '花名册.csv') => unfitFile({ name, bytes, path: 'tmp' });

  test('is said to be empty, too large or of another kind before anything is sent', () => {
    expect(file(0)).toContain('空的');
    expect(file(10_000_001)).toBe('文件太大了：最多 20,000 行、60 列、10 MB。这份有 11 MB。请拆成几份再导入。');
    expect(file(100, 'a.png')).toContain('CSV 或 XLSX');
    expect([file(1), file(10_000_000), file(1, 'A.XLSX')]).toEqual(['', '', '']);
  });
});

describe('a batch', () => {
  const counts = { new: 0, changed: 0, unchanged: 310, waiting: 0, rejected: 0, leftOut: 0 };

  test('the header says what comes of the file as far as HR has decided', () => {
    const afterwards = { active: 3, left: 1 };
    const people = { departments: 2, managers: 1, managersInFile: 1, repairs: {} };
    const summary = { ...people, byStatus: { active: 6 }, afterwards };
    const decided = { ...counts, unchanged: 0, new: 4, waiting: 2, rejected: 1 };
    expect(summaryInWords({ totalRows: 7, summary, counts: decided }).slice(1)).toEqual([
      '文件里写的：在职 6',
      '应用以后：在职 3 · 已离职 1 · 等你决定 2 · 不导入 1',
    ]);
  });

  test('the same file again has nothing to write', () => {
    expect(applyInWords({ counts })).toBe('没有要写入的变化');
  });

  test('new and changed are always shown, others only when there are some, what waits first', () => {
    expect(outcomeTabs({ counts }).map(({ outcome }) => outcome)).toEqual(['new', 'changed', 'unchanged']);
    expect(outcomeTabs({ counts: { ...counts, waiting: 1 } })[0]?.outcome).toBe('waiting');
  });

  test('an import that wrote nothing has nothing to undo', () => {
    const batch = {
      stage: 'applied',
      counts,
      appliedAt: null,
      undoUntil: '2027-01-01T00:00:00.000Z',
    } as RosterBatchView;
    expect(endingOf(batch, now)).toMatchObject({ mayUndo: false, undo: '' });
  });

  test('HR first sees what waits, then changes, then new people, then what stays as it is', () => {
    expect(firstOutcome({ counts: { ...counts, new: 1, changed: 1, waiting: 1 } })).toBe('waiting');
    expect(firstOutcome({ counts: { ...counts, new: 1, changed: 1 } })).toBe('changed');
    expect(firstOutcome({ counts: { ...counts, new: 1 } })).toBe('new');
    expect(firstOutcome({ counts })).toBe('unchanged');
  });

  test.each([
    ['2026-11-22T04:30:00.001Z', true],
    ['2026-11-22T04:30:00.000Z', false],
  ])('applied and open until %s, it can be undone now: %p', (undoUntil, mayUndo) => {
    const batch = {
      stage: 'applied',
      counts: { ...counts, new: 1 },
      appliedAt: '2026-08-24T04:30:00.000Z',
      undoUntil,
    } as RosterBatchView;
    expect(endingOf(batch, now).mayUndo).toBe(mayUndo);
  });
});
