import type { Notice } from '../../../../shared/today/model';
import type { IconName } from '../../../components/app-icon/icon-shapes';
import { momentInWords } from '../../../wording/day';
import { iconOfKind } from './notice-kind';

/** A message as the list shows it. */
export interface NoticeRow {
  _id: string;
  icon: IconName;
  title: string;
  line: string;
  moment: string;
  page: string;
  at: string;
  isRead: boolean;
}

export function noticeRow({ _id, kind, title, line, page, at, isRead }: Notice, now: Date): NoticeRow {
  return { _id, icon: iconOfKind(kind), title, line, moment: momentInWords(at, now), page, at, isRead };
}
