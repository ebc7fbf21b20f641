import type { ModalOptions, Shell } from '../bridge';
import { byId, make } from './elements';
import { readQrCode } from './scan';

const layer = (): HTMLElement => byId('dialogs');
let toast: { element: HTMLElement; timer: number } | undefined;

/** The dialogs WeChat itself draws over a page. */
export const dialogs: Pick<
  Shell,
  'toast' | 'hideToast' | 'modal' | 'actionSheet' | 'scan' | 'chooseFiles' | 'previewImages' | 'copied'
> = {
  toast({ title, icon, image, mask, duration }) {
    dialogs.hideToast();
    const mark = image !== '' ? make('img', { src: image, alt: '' }) : make('i', { class: `mark ${icon}` });
    const box = make('div', {
      class: icon === 'none' ? 'toast plain' : 'toast',
      role: 'status',
      'data-testid': 'toast',
    });
    box.append(...(icon === 'none' && image === '' ? [] : [mark]), make('span', {}, title));
    const element = make('div', { class: mask ? 'toast-layer mask' : 'toast-layer' }, box);
    layer().append(element);
    const timer = duration > 0 ? window.setTimeout(() => dialogs.hideToast(), duration) : 0;
    toast = { element, timer };
  },
  hideToast() {
    window.clearTimeout(toast?.timer);
    toast?.element.remove();
    toast = undefined;
  },
  modal(options) {
    return ask<{ confirm: boolean; content: string }>({ confirm: false, content: '' }, (close) =>
      modalBox(options, close),
    );
  },
  actionSheet({ items, color, title }) {
    return ask<number>(-1, (close) => {
      const sheet = make('div', {
        class: 'sheet',
        role: 'dialog',
        'aria-modal': 'true',
        'aria-label': title || '选择',
      });
      if (title !== '') sheet.append(make('p', { class: 'sheet-title' }, title));
      items.forEach((item, index) => {
        const button = make('button', { onclick: () => close(index) }, item);
        button.style.color = color;
        sheet.append(button);
      });
      sheet.append(make('button', { class: 'cancel', onclick: () => close(-1) }, '取消'));
      return sheet;
    });
  },
  scan() {
    const question = '输入二维码里的文字';
    const options = { ...PLAIN, title: '扫一扫', content: question, editable: true, confirmText: '扫到了' };
    return ask<string | undefined>(undefined, (close) => {
      const box = modalBox(options, ({ confirm, content }) => close(confirm && content !== '' ? content : undefined));
      const hint = make('p', { role: 'status' });
      const choose = async (): Promise<void> => {
        const [file] = await dialogs.chooseFiles({ accept: 'image/*', multiple: false, camera: false });
        if (file === undefined) return;
        const found = await readQrCode(file);
        if (found !== undefined) close(found);
        else hint.textContent = '这张图里没有找到二维码';
      };
      const album = make('button', { class: 'album', onclick: () => void choose() }, '从相册选一张二维码');
      box.querySelector('.buttons')?.before(album, hint);
      return box;
    });
  },
  chooseFiles({ accept, multiple, camera }) {
    const input = byId('files') as HTMLInputElement;
    return new Promise((resolve) => {
      input.value = '';
      input.accept = accept;
      input.multiple = multiple;
      if (camera) input.setAttribute('capture', 'environment');
      else input.removeAttribute('capture');
      const answer = (files: File[]): void => {
        input.removeAttribute('data-waiting');
        resolve(files);
      };
      input.setAttribute('data-waiting', '');
      input.onchange = () => answer([...(input.files ?? [])]);
      input.oncancel = () => answer([]);
      input.click();
    });
  },
  previewImages(urls, current) {
    let at = current;
    void ask<undefined>(undefined, (close) => {
      const image = make('img', { src: urls[at] ?? '', alt: '预览' });
      const count = make('span', {}, `${at + 1}/${urls.length}`);
      const step = (by: number) => (event: Event) => {
        event.stopPropagation();
        at = (at + by + urls.length) % urls.length;
        image.src = urls[at] ?? '';
        count.textContent = `${at + 1}/${urls.length}`;
      };
      const box = make(
        'div',
        { class: 'preview', role: 'dialog', 'aria-label': '图片预览', onclick: () => close(undefined) },
        image,
        count,
      );
      if (urls.length > 1) {
        box.append(
          make('button', { class: 'previous', 'aria-label': '上一张', onclick: step(-1) }, '‹'),
          make('button', { class: 'next', 'aria-label': '下一张', onclick: step(1) }, '›'),
        );
      }
      return box;
    });
  },
  copied(text) {
    // The machine's clipboard may be closed to this page; the program's own copy does not depend on it.
    void navigator.clipboard?.writeText(text).catch(() => undefined);
    dialogs.toast({ title: '内容已复制', icon: 'success', image: '', mask: false, duration: 1500 });
  },
};

/** A modal with nothing in it yet. */
export const PLAIN: ModalOptions = {
  title: '',
  content: '',
  showCancel: true,
  cancelText: '取消',
  cancelColor: '',
  confirmText: '确定',
  confirmColor: '',
  editable: false,
  placeholder: '',
};

function modalBox(options: ModalOptions, close: (answer: { confirm: boolean; content: string }) => void): HTMLElement {
  const field = make('input', {
    type: 'text',
    placeholder: options.placeholder,
    'aria-label': options.content || options.title,
  });
  // WeChat puts the content of an editable dialog into its field; here it may also be the question.
  const asQuestion = options.editable && options.placeholder === '';
  if (options.editable && !asQuestion) field.value = options.content;
  const confirm = make(
    'button',
    { class: 'confirm', onclick: () => close({ confirm: true, content: field.value }) },
    options.confirmText,
  );
  confirm.style.color = options.confirmColor;
  const box = make('div', {
    class: 'modal',
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': options.title || options.content,
  });
  if (options.title !== '') box.append(make('h2', {}, options.title));
  if (options.content !== '' && (!options.editable || asQuestion)) box.append(make('p', {}, options.content));
  if (options.editable) box.append(field);
  const buttons = make('div', { class: 'buttons' });
  if (options.showCancel) {
    const cancel = make('button', { onclick: () => close({ confirm: false, content: '' }) }, options.cancelText);
    cancel.style.color = options.cancelColor;
    buttons.append(cancel);
  }
  buttons.append(confirm);
  box.append(buttons);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === field) close({ confirm: true, content: field.value });
  });
  return box;
}

const TOUCH_ECHO_MILLIS = 400;

/**
 * Shows a dialog until it is answered. Escape and a click beside it answer `otherwise`; the focus goes in and back.
 */
export function ask<T>(otherwise: T, draw: (close: (answer: T) => void) => HTMLElement): Promise<T> {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const cover = make('div', { class: 'cover', 'data-testid': 'dialog' });
    const close = (answer: T): void => {
      cover.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(answer);
    };
    const box = draw(close);
    cover.append(box);
    const isModal = box.classList.contains('modal');
    const opened = performance.now();
    cover.addEventListener('click', (event) => {
      if (event.target !== cover || isModal) return;
      // The browser's click after the very touch that opened the dialog lands on the cover.
      if (performance.now() - opened > TOUCH_ECHO_MILLIS) close(otherwise);
    });
    cover.addEventListener('keydown', (event) => event.key === 'Escape' && close(otherwise));
    layer().append(cover);
    const first = box.querySelector<HTMLElement>('input, .confirm, button');
    (first ?? box).focus();
  });
}
