import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { root } from '../source-tree';
import { inGbk } from '../table-files';
import type { Phone } from './open-product';

/** A PDF that is none, one that is, slides, and a film that has to be open for two seconds. */
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
  await zhouLan.tap('在出发之前里加一节');
  await zhouLan.tap('视频');
  await zhouLan.fill('这一节叫什么', '走一圈');
  await zhouLan.fill('至少看几秒', '2');
  await zhouLan.tap('选视频');
  await zhouLan.chooseFiles(join(__dirname, 'film.mp4'));
  await zhouLan.seeText('视频已传好');
  await zhouLan.tap('保存到草稿');
  await zhouLan.seeText('走一圈');
}

/** Sees a little of a film, leaves, and comes back to where it was left. */
export async function watchFilm(linXiao: Phone): Promise<void> {
  const film = () => linXiao.frame.locator('video').filter({ visible: true });
  await film().evaluate(
    (player: HTMLVideoElement) =>
      new Promise((told) => {
        player.addEventListener('seeked', told, { once: true });
        const skip = () => {
          player.currentTime = 9;
        };
        if (player.readyState > 0) skip();
        else player.addEventListener('loadedmetadata', skip, { once: true });
      }),
  );
  await linXiao.back();
  await linXiao.tap('走一圈');
  await linXiao.seeText('上次看到 0:09，从那里接着放');
  const place = await film().evaluate(
    (player: HTMLVideoElement) =>
      new Promise<number>((told) => {
        const seen = () => told(player.currentTime);
        if (player.currentTime > 0) seen();
        else player.addEventListener('seeked', seen, { once: true });
      }),
  );
  expect(place).toBe(9);
  await linXiao.keep('lesson-film');
}

/** A picture behind what is typed, with its words. */
export async function insertPicture(zhouLan: Phone): Promise<void> {
  await zhouLan.tap('插入图片');
  await zhouLan.chooseFiles(join(root, 'seeds/pictures', 'mug.png'));
  await zhouLan.seeText('[图1]');
  await zhouLan.fill('说明（可以不填）', '雨靴旁边有热茶');
  await zhouLan.keep('picture-inserted');
}

/** Two sound questions, one with a picture, and two that cannot be taken. */
export function questionPackage(): Buffer {
  const rows = [
    '题型,题目,选项A,选项B,正确答案,分值,图片',
    '单选,收到要改收款账号的邮件，先做什么？,换个渠道问本人,马上照办,A,5,',
    '判断,公用电脑上可以保存密码。,,,错,5,杯子.png',
    '简答,为什么？,,,因为,5,',
    '单选,密码写在哪里？,密码管理器,便签,C,5,',
  ];
  const packed = zipSync({
    '安全题库.csv': new Uint8Array(inGbk(rows.join('\n'))),
    '图/杯子.png': new Uint8Array(readFileSync(join(root, 'seeds/pictures/mug.png'))),
  });
  return Buffer.from(packed);
}
