const key = 'feed.topic';

/** Leaves the page for the feed of one topic. */
export function openTopic(topic: string): void {
  wx.setStorageSync(key, topic);
  wx.switchTab({ url: '/pages/community/community' });
}

/** The topic for which the feed was opened, once; empty when it was opened by itself. */
export function takeOpenedTopic(): string {
  const topic = wx.getStorageSync(key) as string;
  if (topic) wx.removeStorageSync(key);
  return topic;
}
