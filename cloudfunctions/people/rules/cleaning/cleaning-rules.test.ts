import fc from 'fast-check';
import type { RosterField } from '../../../../shared/people/roster';
import { cleanCell } from './clean-cell';
import type { DateOrder } from './cleaning-rule';
import { dateOrders, orderEvidence } from './date-order';

const clean = (field: RosterField, cell: string, dateOrder: DateOrder = 'monthFirst', today = '2026-11-22') =>
  cleanCell(cell, { field, today, dateOrder });
const value = (...of: Parameters<typeof clean>) => clean(...of).value;

describe('names and blanks', () => {
  it('turns Last, First, and leaves Chinese names and lists of three alone', () => {
    expect(value('name', 'LaRotonda, William  ')).toBe('William LaRotonda');
    expect(value('name', 'Von Massenbach, Anna')).toBe('Anna Von Massenbach');
    expect(value('name', "O'Brien, Séan")).toBe("Séan O'Brien");
    expect(value('name', '王,小明')).toBe('王,小明');
    expect(value('name', 'A, B, C')).toBe('A, B, C');
    expect(value('name', 'Brown,')).toBe('Brown,');
    expect(value('departmentName', 'Sales, East')).toBe('Sales, East');
  });

  it('trims every kind of blank and takes out what cannot be seen', () => {
    expect(value('departmentName', ' Production       ')).toBe('Production');
    expect(value('name', '\u3000陈\u00a0\u200b晓\ufeff\t')).toBe('陈 晓');
    expect(value('position', 'a\u0007b\nc')).toBe('ab c');
  });

  it('narrows full-width letters and digits, and keeps Chinese signs in names', () => {
    expect(value('employeeNumber', 'Ｎ００１')).toBe('N001');
    expect(value('dateOfJoining', '２０２０／０１／０２')).toBe('2020-01-02');
    expect(value('departmentName', '研发部（Ａ）')).toBe('研发部（A）');
  });

  it('keeps what looks like a formula as the text it is', () => {
    expect(clean('name', '=cmd()')).toEqual({ value: '=cmd()', repairs: [] });
  });
});

describe('numbers that a spreadsheet has formatted', () => {
  it.each([
    ['1103024456.0', '1103024456'],
    ['1.103024456E+09', '1103024456'],
    ['1.103024456e9', '1103024456'],
    ['N-001', 'N-001'],
  ])('reads %s as %s', (cell, number) => expect(value('employeeNumber', cell)).toBe(number));

  it('does not invent the digits that scientific notation has lost', () => {
    expect(value('employeeNumber', '1.10302E+09')).toBe('1.10302E+09');
  });
});

describe('dates', () => {
  it.each([
    '10/27/2008',
    '10/27/08',
    '2008-10-27',
    '2008/10/27',
    '2008年10月27日',
    '2008.10.27',
    '27.10.2008',
    '20081027',
    '27/10/2008',
    '39748',
    '2008-10-27 00:00:00',
  ])('reads %s as 2008-10-27', (cell) => expect(value('dateOfJoining', cell)).toBe('2008-10-27'));

  it('reads what could be either by the order of the column', () => {
    expect(value('dateOfJoining', '1/6/2014', 'monthFirst')).toBe('2014-01-06');
    expect(value('dateOfJoining', '1/6/2014', 'dayFirst')).toBe('2014-06-01');
    expect(value('dateOfJoining', '10/27/2008', 'dayFirst')).toBe('2008-10-27');
  });

  it('leaves days that no calendar has as they are', () => {
    for (const cell of ['2/30/2015', '2015-02-29', '13/13/2015', '2015-00-10', '1899-12-31', '2200-01-01', 'soon']) {
      expect(value('dateOfJoining', cell)).toBe(cell);
    }
    expect(value('dateOfJoining', '2/29/2016')).toBe('2016-02-29');
  });

  it('never puts a birth into the future, and into no earlier century than needed', () => {
    expect(value('birthOn', '11/24/87')).toBe('1987-11-24');
    expect(value('birthOn', '06/14/51')).toBe('1951-06-14');
    expect(value('birthOn', '11/22/26')).toBe('2026-11-22');
    expect(value('birthOn', '11/23/26')).toBe('1926-11-23');
    expect(clean('birthOn', '11/24/87').repairs.map(({ rule }) => rule)).toEqual(['birthCenturySet']);
  });

  it('reads other two-digit years from ten years ahead to ninety years back', () => {
    expect(value('dateOfJoining', '1/1/36')).toBe('2036-01-01');
    expect(value('dateOfJoining', '1/1/37')).toBe('1937-01-01');
  });

  it('takes a number for a serial date only where dates of working lives lie', () => {
    expect(value('dateOfJoining', '3653')).toBe('3653');
    expect(value('dateOfJoining', '3654')).toBe('1910-01-01');
    expect(value('dateOfJoining', '73050')).toBe('2099-12-31');
    expect(value('dateOfJoining', '73051')).toBe('73051');
    expect(value('dateOfJoining', '39748.5')).toBe('2008-10-27');
  });

  it('decides the order by the values that leave no doubt, by the other columns where there are none', () => {
    const evidence = new Map([
      ['joined', orderEvidence(['1/6/2014', '27/10/2008', '28/10/2008', '10/27/2008'])],
      ['left', orderEvidence(['1/2/2015', '27.10.2008'])],
    ]);
    expect(Object.fromEntries(dateOrders(evidence))).toEqual({ joined: 'dayFirst', left: 'dayFirst' });
    expect(dateOrders(new Map([['only', orderEvidence(['1/2/2015'])]])).get('only')).toBe('monthFirst');
  });

  it('reads every day of two centuries the same in every shape', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = '', m = '', d = ''] = iso.split('-');
        const shapes = [
          iso,
          `${y}/${m}/${d}`,
          `${y}年${Number(m)}月${Number(d)}日`,
          `${d}.${m}.${y}`,
          `${m}/${d}/${y}`,
        ];
        // A month-first column still holds 27/10: the first part can only be a day there.
        for (const shape of shapes) expect(value('relievingDate', shape)).toBe(iso);
        expect(value('relievingDate', `${d}/${m}/${y}`, 'dayFirst')).toBe(iso);
      }),
    );
  });
});

describe('phones and statuses', () => {
  it.each([
    '+86 138-0013-8000',
    '0086 13800138000',
    '8613800138000',
    '138 0013 8000',
    '13800138000.0',
    '１３８００１３８０００',
  ])('formats %s', (cell) => expect(value('phone', cell)).toBe('13800138000'));

  it('keeps landlines with their area code and foreign numbers with their plus', () => {
    expect(value('phone', '(010) 6552-9988')).toBe('01065529988');
    expect(value('phone', '+1 (617) 555-0100')).toBe('+16175550100');
    expect(value('phone', 'ask Mia')).toBe('ask Mia');
  });

  it.each([
    ['Active', 'active'],
    ['在职', 'active'],
    ['试用期', 'probation'],
    ['Leave of Absence', 'onLeave'],
    ['休假', 'onLeave'],
    ['Voluntarily Terminated', 'left'],
    ['Terminated for Cause', 'left'],
    ['已离职', 'left'],
    ['Future Start', 'preboarding'],
    ['待入职', 'preboarding'],
    ['待离职', 'noticePeriod'],
    ['借调', '借调'],
  ])('translates %s to %s', (word, status) => expect(value('status', word)).toBe(status));
});

it('cleans what is clean already to itself, whatever it is', () => {
  const fields = fc.constantFrom<RosterField>('name', 'employeeNumber', 'phone', 'birthOn', 'dateOfJoining', 'status');
  fc.assert(
    fc.property(fields, fc.string({ unit: 'binary', maxLength: 60 }), (field, cell) => {
      const once = value(field, cell);
      expect(value(field, once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});
