import { openNodeSdk } from '../open-node-sdk';
import { type Cloud, startCloud } from '../start-cloud';

let cloud: Cloud;
let sdk: ReturnType<typeof openNodeSdk>;

beforeAll(async () => {
  const collections = {
    cups: { indexes: [{ name: 'by-colour', keys: [['colour', 'asc']] as ['colour', 'asc'][], unique: true }] },
    plates: {},
  };
  cloud = await startCloud({ declarations: [{ name: 'kitchen', collections }] });
  sdk = openNodeSdk(cloud);
});

afterAll(() => cloud.close());

const cups = () => sdk.database().collection('cups');
const names = () => cloud.documents('cups').map(({ _id }) => _id);

test('a snapshot brings back what was changed, removed and added, indexes included, as often as wanted', async () => {
  await cups().add({ _id: 'one', colour: 'red' });
  await cups().add({ _id: 'two', colour: 'blue' });
  const putBack = cloud.snapshot();
  for (let time = 0; time < 2; time += 1) {
    await cups().doc('one').update({ colour: 'green' });
    await cups().doc('two').remove();
    await cups().add({ _id: 'three', colour: 'blue' });
    await sdk.database().collection('plates').add({ _id: 'deep' });
    expect(names()).toEqual(['one', 'three']);
    putBack();
    expect(names()).toEqual(['one', 'two']);
    expect(cloud.documents('plates')).toEqual([]);
    expect((await cups().where({ colour: 'red' }).get()).data).toMatchObject([{ _id: 'one' }]);
    expect((await cups().where({ colour: 'green' }).get()).data).toEqual([]);
    await expect(cups().add({ _id: 'four', colour: 'blue' })).rejects.toThrow(/E11000/);
  }
});

test('a later snapshot is another one, and each can be gone back to', async () => {
  const early = cloud.snapshot();
  await cups().add({ _id: 'late', colour: 'white' });
  const late = cloud.snapshot();
  early();
  expect(names()).toEqual(['one', 'two']);
  late();
  expect(names()).toEqual(['one', 'two', 'late']);
  early();
});

test('a transaction that is open when the database goes back is over and holds no document', async () => {
  const putBack = cloud.snapshot();
  const transaction = await sdk.database().startTransaction();
  await transaction.collection('cups').doc('one').update({ colour: 'black' });
  putBack();
  await cups().doc('one').update({ colour: 'grey' });
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' });
  expect(cloud.documents('cups')).toMatchObject([{ colour: 'grey' }, { colour: 'blue' }]);
});
