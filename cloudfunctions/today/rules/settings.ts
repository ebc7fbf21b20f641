import type { Instant } from '../../../shared/kernel/scalar';
import { defaultNoticeSettings, type NoticeSettings } from '../../../shared/today/model';

/** 消息设置 of one person, whose id is `_id`. Nobody who never changed anything has one. */
export interface StoredSettings extends NoticeSettings {
  _id: string;
  /** Since when WeChat may have an agreement left to send with; null while nothing could be sent. */
  reachableSince: Instant | null;
  /** The last requests that changed it: a late repeat must not bring back what was changed since. */
  requests: string[];
}

export const requestsKept = 20;

export const newSettings = (personId: string): StoredSettings => ({
  _id: personId,
  ...defaultNoticeSettings,
  reachableSince: null,
  requests: [],
});

export const settingsView = ({ quiet, muted }: NoticeSettings): NoticeSettings => ({ quiet, muted });
