/** `3`, `99+`, or nothing when none is unread. */
export function unreadInWords(unread: number): string {
  if (unread === 0) return '';
  return unread > 99 ? '99+' : String(unread);
}
