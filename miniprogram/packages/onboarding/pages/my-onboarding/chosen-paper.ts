import type { PaperKind } from '../../../../../shared/onboarding/template';

/** A paper as it lies on the phone. */
export interface ChosenPaper {
  path: string;
  /** As it was called in the chat; empty for a photo. */
  name: string;
  bytes: number;
}

/** As much as the cloud takes. */
const mostBytes = 10_000_000;

/** Null when nobody chose one. */
export async function choosePhoto(): Promise<ChosenPaper | null> {
  const chosen = await wx.chooseMedia({ count: 1, mediaType: ['image'] }).catch(() => null);
  const [file] = chosen?.tempFiles ?? [];
  return file ? { path: file.tempFilePath, name: '', bytes: file.size } : null;
}

/** From a chat, which is where WeChat keeps files; null when nobody chose one. */
export async function choosePdf(): Promise<ChosenPaper | null> {
  const chosen = await wx.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] }).catch(() => null);
  const [file] = chosen?.tempFiles ?? [];
  return file ? { path: file.path, name: file.name, bytes: file.size } : null;
}

/** What can be said of a paper before anything is sent; empty when the cloud may take it. */
export const paperProblem = ({ bytes }: ChosenPaper): string =>
  bytes > mostBytes ? '文件超过 10 MB，换一份小一点的。' : '';

/** Where it goes; the cloud looks at what it is, not at what it is called. */
export function pathOf(requestId: string, kind: PaperKind, { path, name }: ChosenPaper): string {
  const ending = name ? 'pdf' : /\.png$/i.test(path) ? 'png' : 'jpg';
  return `onboarding-papers/${requestId}/${kind}.${ending}`;
}
