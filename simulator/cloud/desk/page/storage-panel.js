import { button, look, make, send, table } from './elements.js';

/** Stored files, to be opened and deleted. */
export async function storagePanel({ attempt, redraw }) {
  const files = await look('/cloud/files');
  const remove = (cloudPath) =>
    attempt(async () => {
      if (!confirm(`删除 ${cloudPath}？`)) return;
      await send('/cloud/files/delete', { cloudPath });
      await redraw();
    });
  const rows = files.map(({ cloudPath, bytes, owner, url }) => [
    make('a', { href: url, target: '_blank', rel: 'noreferrer' }, cloudPath),
    bytes,
    owner === '' ? '云函数' : owner,
    button('删除', () => remove(cloudPath), 'danger'),
  ]);
  return [table(['路径', '字节', '上传者', ''], rows, '还没有文件。')];
}
