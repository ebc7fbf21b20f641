import { inWords, planOf } from './plan';

const byTime = { name: 'by-time', keys: [['at', 'asc']] as ['at', 'asc'][], unique: false };
const points = {
  name: 'points',
  memoryMb: 256,
  timeoutSeconds: 20,
  environment: ['TONGLU_SECRET'],
  timers: [{ name: 'minute', cron: '0 * * * * * *' }],
  collections: { gifts: { indexes: [byTime] } },
};

const plan = (present: Parameters<typeof planOf>[1]) => planOf([points], present).map(inWords);

describe('a deployment', () => {
  it('makes everything in an empty environment, what holds the records first', () => {
    expect(plan({ functions: [], collections: {} })).toEqual([
      'collection gifts: create',
      'collection gifts: permission ADMINONLY',
      'collection gifts: indexes\n    create by-time (at asc)',
      'function points: create (Nodejs18.15, 256 MB, 20 s, environment TONGLU_SECRET)',
      'function points: timers minute "0 * * * * * *"',
    ]);
  });

  it('leaves an equal index alone, and the one that the platform made', () => {
    const own = { name: '_id_', keys: [['_id', 'asc']] as ['_id', 'asc'][], unique: true };
    expect(plan({ functions: ['points'], collections: { gifts: [own, byTime] } })).toEqual([
      'collection gifts: permission ADMINONLY',
      'function points: update code and configuration (Nodejs18.15, 256 MB, 20 s, environment TONGLU_SECRET)',
      'function points: timers minute "0 * * * * * *"',
    ]);
  });

  it('builds an index anew when its keys or its uniqueness changed, and drops what nobody declares', () => {
    const old = { name: 'by-name', keys: [['name', 'asc']] as ['name', 'asc'][], unique: false };
    const present = { functions: ['points'], collections: { gifts: [{ ...byTime, unique: true }, old] } };
    expect(plan(present)[1]).toBe(
      'collection gifts: indexes\n    drop by-time\n    drop by-name\n    create by-time (at asc)',
    );
  });

  it('touches no collection and no function that nobody declares', () => {
    const present = { functions: ['other'], collections: { others: [], gifts: [byTime] } };
    expect(plan(present).filter((step) => step.includes('other'))).toEqual([]);
  });
});
