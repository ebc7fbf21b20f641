import { seededCertificateCode } from '../../seeds/certificate-documents';
import { personOf } from '../../seeds/sample-calls/sample-call';
import type { Certificate } from '../../shared/training/certificate';
import { freshRequest } from '../../test/mall';
import { type Company, openCompany } from '../../test/open-company';
import { maskedName } from './rules/certificate';

jest.setTimeout(60_000);
const lin = personOf('林晓');

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const ask = (as: string, call: string, input: object) => company.send(as, 'training', { call, input });
const system = (call: string, input: object) => company.send(null, 'training', company.signed('training', call, input));
const passed = (more: object = {}) => ({
  ...{ personId: lin, cause: 'course-1', title: '信息安全', hours: null },
  ...{ at: '2026-11-22T15:30:00.000Z', requestId: freshRequest(), ...more },
});
const mine = async (as: string) => {
  const answer = await ask(as, 'listMyCertificates', {});
  if (!answer.ok) throw new Error(answer.code);
  return (answer.data as { items: Certificate[] }).items;
};
const told = (title: string) =>
  company.stage.cloud.documents('todayEntries').filter((entry) => entry.personId === lin && entry.title === title);

it('is issued once for each person and cause, told once, and dated by the day in Shanghai', async () => {
  await Promise.all([system('issueCertificate', passed()), system('issueCertificate', passed())]);
  await system('issueCertificate', passed({ title: '别的名字' }));
  const found = (await mine('seed-ys-0031')).filter(({ title }) => title === '信息安全');
  expect(found).toMatchObject([{ name: '林晓', issuedOn: '2026-11-22', state: 'valid', hours: null }]);
  expect(told('证书到了：信息安全')).toHaveLength(1);
});

it('of somebody whom nobody knows is not issued, and no phone can have one issued', async () => {
  const unknown = passed({ personId: 'p-nobody' });
  expect(await system('issueCertificate', unknown)).toMatchObject({ data: { certificateId: null } });
  expect(await ask('seed-ys-0003', 'issueCertificate', passed())).toMatchObject({ code: 'not_allowed' });
});

it('tells whoever holds the code a masked name, title, day and state, and nothing else', async () => {
  const code = seededCertificateCode(lin);
  const answer = await ask('seed-visitor', 'verifyCertificate', { code });
  expect(answer).toMatchObject({ ok: true });
  const data = answer.ok ? (answer.data as object) : {};
  expect(Object.keys(data).sort()).toEqual(['issuedOn', 'maskedName', 'state', 'title']);
  expect(data).toMatchObject({ maskedName: '林*', title: '把话说清楚：高效沟通工作坊', state: 'valid' });
  const other = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
  expect(await ask('seed-visitor', 'verifyCertificate', { code: other })).toMatchObject({
    code: 'certificate_code_unknown',
  });
});

it('is revoked for good by HR within reach, with a reason for its owner', async () => {
  await system('issueCertificate', passed({ cause: 'course-2', title: '撤销' }));
  const [one] = (await mine('seed-ys-0031')).filter(({ title }) => title === '撤销');
  const input = { certificateId: one?._id ?? '', reason: '考试有误', requestId: freshRequest() };
  expect(await ask('seed-ys-0047', 'revokeCertificate', input)).toMatchObject({ code: 'certificate_not_found' });
  expect(await ask('seed-ys-0031', 'revokeCertificate', input)).toMatchObject({ code: 'not_allowed' });
  const revoked = await ask('seed-ys-0003', 'revokeCertificate', input);
  expect(revoked).toMatchObject({ data: { state: 'revoked', revokeReason: '考试有误' } });
  const again = { ...input, reason: '另一句', requestId: freshRequest() };
  expect(await ask('seed-ys-0003', 'revokeCertificate', again)).toMatchObject({ data: { revokeReason: '考试有误' } });
  expect(told('证书被撤销：撤销')).toHaveLength(1);
  expect(await ask('seed-visitor', 'verifyCertificate', { code: one?.code })).toMatchObject({
    data: { state: 'revoked' },
  });
});

it.each([
  ['林晓', '林*'],
  ['欧阳修', '欧**'],
  ['Ada Lovelace', 'A**'],
  ['李', '李*'],
])('%s is masked as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked);
});
