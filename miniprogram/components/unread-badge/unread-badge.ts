import { currentUnread, offUnreadChange, onUnreadChange } from '../../cloud/unread';
import { unreadInWords } from '../../wording/unread';

/** How many messages wait, wherever it stands; nothing when none does. It keeps itself up to date. */
Component({
  data: { text: '' },
  lifetimes: {
    attached() {
      onUnreadChange(this, (unread) => this.setData({ text: unreadInWords(unread) }));
      this.setData({ text: unreadInWords(currentUnread()) });
    },
    detached() {
      offUnreadChange(this);
    },
  },
  pageLifetimes: {
    show() {
      this.setData({ text: unreadInWords(currentUnread()) });
    },
  },
});
