import {
  channelFor,
  givenBack,
  grantMessages,
  lookedAt,
  mostLeft,
  newAllowance,
  recordRelation,
  spend,
  withdrawn,
} from './allowance';

const none = newAllowance('p-lan');
const granted = (times: number) => {
  let allowance = none;
  for (let n = 0; n < times; n += 1) allowance = grantMessages(allowance, ['todo'], `request-${n}`) ?? allowance;
  return allowance;
};

describe('an acceptance', () => {
  it('is one message of each accepted template, however often the template is named', () => {
    expect(grantMessages(none, ['todo', 'message', 'todo'], 'r-1')?.left).toEqual({ todo: 1, outcome: 0, message: 1 });
  });

  it('counts once for one request', () => {
    expect(grantMessages(granted(1), ['todo'], 'request-0')).toBeNull();
  });

  it('is believed twenty times, not twenty-one', () => {
    expect(granted(mostLeft - 1).left.todo).toBe(19);
    expect(granted(mostLeft).left.todo).toBe(20);
    expect(granted(mostLeft + 1).left.todo).toBe(20);
  });
});

describe('the channel of a reminder', () => {
  it('is the employee message for whoever is bound, and costs no one-time message', () => {
    const bound = { ...granted(1), isEmployeeBound: true };
    expect(channelFor(bound, 'todo', 'f-1')).toBe('employeeMessage');
    expect(spend(bound, 'employeeMessage', 'todo', 'f-1').left.todo).toBe(1);
  });

  it('is the one-time message while one of that template is left', () => {
    expect(channelFor(none, 'todo', 'f-1')).toBeNull();
    expect(channelFor(granted(1), 'todo', 'f-1')).toBe('subscribed');
    expect(channelFor(granted(1), 'outcome', 'f-1')).toBeNull();
    expect(channelFor(spend(granted(1), 'subscribed', 'todo', 'f-1'), 'todo', 'f-2')).toBeNull();
  });

  it('is none for a fact that was sent', () => {
    expect(channelFor(spend(granted(2), 'subscribed', 'todo', 'f-1'), 'todo', 'f-1')).toBe('sentAlready');
  });
});

describe('what WeChat says afterwards', () => {
  it('no agreement: nothing of that template is left, others stay', () => {
    const allowance = grantMessages(granted(3), ['outcome'], 'r-9') ?? none;
    expect(withdrawn(allowance, 'subscribed', 'todo', 'f-1').left).toEqual({ todo: 0, outcome: 1, message: 0 });
  });

  it('no agreement with an employee: not bound, and what was accepted once stays', () => {
    const bound = recordRelation(granted(1), true, 'r-9', '2026-11-20') ?? none;
    expect(bound.isEmployeeBound).toBe(true);
    const over = withdrawn(spend(bound, 'employeeMessage', 'todo', 'f-1'), 'employeeMessage', 'todo', 'f-1');
    expect(over).toMatchObject({ isEmployeeBound: false, left: { todo: 1 } });
    expect(channelFor(over, 'todo', 'f-1')).toBe('subscribed');
  });

  it('bound people are looked at from tomorrow on, day by day, until they have left or are not bound', () => {
    const bound = recordRelation(none, true, 'r-8', '2026-11-20') ?? none;
    expect(bound.lookOn).toBe('2026-11-21');
    expect(lookedAt(bound, false, '2026-11-21')).toMatchObject({ isEmployeeBound: true, lookOn: '2026-11-22' });
    expect(lookedAt(bound, true, '2026-11-21')).toMatchObject({ isEmployeeBound: false, lookOn: null });
    expect(recordRelation(bound, false, 'r-9', '2026-11-20')).toMatchObject({ isEmployeeBound: false, lookOn: null });
    expect(lookedAt({ ...bound, isEmployeeBound: false }, false, '2026-11-21').lookOn).toBeNull();
  });

  it('not now: the acceptance comes back', () => {
    expect(givenBack(spend(granted(1), 'subscribed', 'todo', 'f-1'), 'todo').left.todo).toBe(1);
  });
});
