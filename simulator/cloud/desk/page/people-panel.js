import { look, make, table } from './elements.js';

/** The people of the seed; each name opens that person's phone. */
export async function peoplePanel() {
  const people = await look('/cloud/identities');
  const rows = people.map(({ openId, name, group, note }) => [
    make('a', { href: `/?as=${encodeURIComponent(openId)}`, target: '_blank' }, name),
    group,
    note,
    make('code', {}, openId),
  ]);
  return [table(['姓名', '分组', '说明', 'OpenID'], rows, '种子里没有人。')];
}
