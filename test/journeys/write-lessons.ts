import { join } from 'node:path';
import { root } from '../source-tree';
import type { Phone } from './open-product';

/** A PDF that is none, one that is, and slides. */
export async function addFiles(zhouLan: Phone): Promise<void> {
  await zhouLan.tap('在出发之前里加一节');
  await zhouLan.tap('PDF');
  await zhouLan.fill('这一节叫什么', '参观路线图');
  await zhouLan.frame.locator('.t-switch').last().tap();
  const pdf = (buffer: Buffer) => [{ name: '路线图.pdf', mimeType: 'application/pdf', buffer }];
  await zhouLan.tap('从聊天记录选 PDF');
  await zhouLan.chooseFiles(pdf(Buffer.from('<html>这不是 PDF</html>')));
  await zhouLan.seeText('文档已传好');
  await zhouLan.tap('保存到草稿');
  await zhouLan.seeText(/有文件用不了/);
  await zhouLan.keep('file-refused');
  await zhouLan.tap('去掉第 1 个文件');
  await zhouLan.tap('从聊天记录选 PDF');
  await zhouLan.chooseFiles(pdf(Buffer.from('%PDF-1.4\n%%EOF\n')));
  await zhouLan.seeText('文档已传好');
  await zhouLan.tap('保存到草稿');
  await zhouLan.seeText('参观路线图');
  await zhouLan.tap('在出发之前里加一节');
  await zhouLan.tap('幻灯片');
  await zhouLan.fill('这一节叫什么', '棚里的样子');
  await zhouLan.frame.locator('.t-switch').last().tap();
  for (const picture of ['mug.png', 'tote.png']) {
    await zhouLan.tap('选图片（一张一页）');
    await zhouLan.chooseFiles(join(root, 'seeds/pictures', picture));
    await zhouLan.seeText(picture === 'mug.png' ? '第 1 页' : '第 2 页');
  }
  await zhouLan.keep('slides-chosen');
  await zhouLan.tap('保存到草稿');
  await zhouLan.seeText('棚里的样子');
}

/** A picture behind what is typed, with its words. */
export async function insertPicture(zhouLan: Phone): Promise<void> {
  await zhouLan.tap('插入图片');
  await zhouLan.chooseFiles(join(root, 'seeds/pictures', 'mug.png'));
  await zhouLan.seeText('[图1]');
  await zhouLan.fill('说明（可以不填）', '雨靴旁边有热茶');
  await zhouLan.keep('picture-inserted');
}
