import type { Shell } from '../bridge';
import { ask } from './dialogs';
import { make } from './elements';
import { address, CARD_SCENE, MOMENTS_SCENE, newVisitor } from './visit';

/** What leaves the program for a chat: shown as the other side would see it, sent nowhere. */
export const shareDialogs: Pick<Shell, 'showShareCard' | 'shareFile'> = {
  showShareCard({ where, title, path, picture }) {
    const heading = where === 'friend' ? '转发给朋友' : '分享到朋友圈';
    const image =
      picture === ''
        ? make('span', { class: 'shot' }, '当前页面的截图')
        : make('img', { src: picture, alt: '卡片的图片' });
    const card = make('div', { class: 'share-card' }, make('b', {}, title), image, make('code', {}, path));
    const note = make('p', {}, '小程序不会知道有没有发出、谁点开过，也不能因此给奖励。');
    const open = make('button', { class: 'album' }, '用新访客的手机点开');
    const scene = String(where === 'friend' ? CARD_SCENE : MOMENTS_SCENE);
    open.addEventListener('click', () => location.assign(address({ as: newVisitor(), page: path, scene })));
    return asked(heading, [card, note, open]);
  },
  shareFile({ name, bytes }) {
    const size = bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
    return asked('发送文件给朋友', [
      make('div', { class: 'share-card' }, make('b', {}, name), make('small', {}, size)),
    ]);
  },
};

/** @returns whether the person sent it */
function asked(heading: string, parts: HTMLElement[]): Promise<boolean> {
  return ask<boolean>(false, (close) =>
    make(
      'div',
      { class: 'modal share', role: 'dialog', 'aria-modal': 'true', 'aria-label': heading },
      make('h2', {}, heading),
      ...parts,
      make(
        'div',
        { class: 'buttons' },
        make('button', { onclick: () => close(false) }, '取消'),
        make('button', { class: 'confirm', onclick: () => close(true) }, '发送'),
      ),
    ),
  );
}
