import { shell } from '../shell';
import { type Api, ApiError, asyncApi, list, number, text } from './api';

/** Toasts, dialogs and sheets: all drawn by the shell, above the page. */
export const dialogApi: Record<string, Api> = {
  showToast: asyncApi('showToast', (options) => {
    shell.toast({
      title: text(options, 'title'),
      icon: text(options, 'icon', 'success'),
      image: text(options, 'image'),
      mask: options.mask === true,
      duration: number(options, 'duration', 1500),
    });
  }),
  hideToast: asyncApi('hideToast', () => shell.hideToast()),
  showLoading: asyncApi('showLoading', (options) => {
    shell.toast({
      title: text(options, 'title'),
      icon: 'loading',
      image: '',
      mask: options.mask === true,
      duration: 0,
    });
  }),
  hideLoading: asyncApi('hideLoading', () => shell.hideToast()),
  showModal: asyncApi('showModal', async (options) => {
    const editable = options.editable === true;
    const { confirm, content } = await shell.modal({
      title: text(options, 'title'),
      content: text(options, 'content'),
      showCancel: options.showCancel !== false,
      cancelText: text(options, 'cancelText', '取消'),
      cancelColor: text(options, 'cancelColor'),
      confirmText: text(options, 'confirmText', '确定'),
      confirmColor: text(options, 'confirmColor'),
      editable,
      placeholder: text(options, 'placeholderText'),
    });
    return { confirm, cancel: !confirm, content: editable && confirm ? content : null };
  }),
  showActionSheet: asyncApi('showActionSheet', async (options) => {
    const items = list(options, 'itemList').map(String);
    if (items.length > 6) throw new ApiError('parameter error: itemList should not be large than 6');
    const tapIndex = await shell.actionSheet({
      items,
      color: text(options, 'itemColor'),
      title: text(options, 'alertText'),
    });
    if (tapIndex < 0) throw new ApiError('cancel');
    return { tapIndex };
  }),
};
