import type { ReportReason } from '../../../../shared/community/review';

export const reportReasonInWords: Record<ReportReason, string> = {
  attack: '攻击或骚扰同事',
  privacy: '泄露隐私或客户信息',
  advertising: '广告、营销',
  rumour: '不实信息',
  other: '其他',
};
