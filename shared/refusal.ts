/**
 * Every way in which a call may say no, with what it means to the person who asked. The phone has one text for each
 * (miniprogram/cloud/refusal-text.ts is exhaustive over this list); a contract names those that its call may give.
 */
export const refusalCodes = [
  // activities
  'activity_cancelled',
  'activity_not_found',
  'activity_over',
  'activity_times_wrong',
  'activity_walk_in_fee',
  'check_in_code_stale',
  'check_in_no_place',
  'check_in_not_open',
  'check_in_not_signed_up',
  'check_in_too_far',
  'check_in_unsure',
  'feedback_closed',
  'feedback_not_attended',
  'sign_up_closed',
  'waiting_list_full',
  // classroom
  'feedback_given_already',
  'session_begun',
  'session_cancelled',
  'session_nobody_absent',
  'session_not_begun',
  'session_not_found',
  'session_not_over',
  'session_quota_too_small',
  'session_result_absent',
  'session_result_stands',
  'session_times_wrong',
  'sign_in_not_listed',
  'sign_in_not_open',
  // community
  'answer_own',
  'appeal_made_already',
  'article_audience_foreign',
  'article_not_found',
  'comment_not_found',
  'interests_full',
  'post_changed',
  'post_likes_full',
  'post_not_found',
  'post_picture_unusable',
  'reading_too_short',
  'review_closed',
  'review_not_found',
  'review_own',
  'review_reason_missing',
  'text_refused',
  // exit
  'exit_reason_twice',
  'exit_reasons_changed',
  // offboarding
  'guide_changed',
  // people
  'already_joined',
  'colleague_not_found',
  'company_changed',
  'employment_not_found',
  'employment_over',
  'joining_code_expired',
  'joining_code_used',
  'joining_code_wrong',
  'joining_locked',
  'own_rights_kept',
  'person_already_joined',
  'person_has_left',
  'person_not_found',
  'person_not_joined',
  'roster_batch_busy',
  'roster_batch_not_found',
  'roster_columns_missing',
  'roster_decisions_open',
  'roster_file_empty',
  'roster_file_not_found',
  'roster_file_too_large',
  'roster_file_unreadable',
  'roster_rows_missing',
  'roster_stage_passed',
  'roster_undo_blocked',
  'roster_undo_expired',
  // points
  'account_not_found',
  'branch_out_of_reach',
  'case_answered',
  'case_asked_already',
  'case_not_found',
  'case_points_missing',
  'cases_open_too_many',
  'checked_in_already',
  'code_seen_already',
  'delivery_address_gone',
  'delivery_address_wanted',
  'delivery_not_offered',
  'earning_capped',
  'earning_ended',
  'entry_not_found',
  'entry_not_voidable',
  'entry_voided_already',
  'finding_about_oneself',
  'finding_closed',
  'finding_not_found',
  'gift_changed',
  'gift_codes_missing',
  'gift_handing_kept',
  'gift_limit_reached',
  'gift_not_by_code',
  'gift_not_found',
  'gift_picture_unusable',
  'gift_price_too_early',
  'gift_sale_days_reversed',
  'gift_sale_ended',
  'gift_sale_not_begun',
  'gift_sold_out',
  'gift_stock_by_codes',
  'gift_stock_full',
  'giving_not_enough',
  'giving_pair_limit',
  'giving_to_self',
  'own_account_kept',
  'points_busy',
  'points_not_enough',
  'pool_closed',
  'pool_day_passed',
  'pool_full',
  'pool_not_found',
  'pool_share_full',
  'pool_target_wanted',
  'redemption_by_code',
  'redemption_closed',
  'redemption_not_found',
  'rule_changed_meanwhile',
  'rule_effective_too_early',
  'spending_ended',
  'spending_not_found',
  'trial_not_found',
  'value_sheet_too_long',
  'wishes_full',
  // recognition
  'care_card_delivered',
  'care_card_not_found',
  'care_rule_changed',
  'care_rule_off',
  'care_signatures_full',
  'care_unwanted',
  'care_words_unknown',
  'company_value_not_found',
  'reason_missing',
  'thanks_boosted_already',
  'thanks_boosts_full',
  'thanks_limit_reached',
  'thanks_not_found',
  'thanks_to_oneself',
  // training
  'chapter_not_found',
  'course_bank_full',
  'course_bank_short',
  'course_empty',
  'course_lessons_full',
  'course_not_found',
  'course_too_long',
  'lesson_not_found',
  // everywhere
  'request_id_reused',
  'wait_and_repeat',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What `serve` itself answers, before or around a handler. */
export const doorCodes = ['not_signed_in', 'not_allowed', 'input_invalid', 'call_unknown', 'bug'] as const;
export type DoorCode = (typeof doorCodes)[number];

/** Numbers and short words that a refusal's text may name, e.g. `{ missing: 30 }`. Never personal data. */
export type RefusalDetail = Readonly<Record<string, string | number>>;

/** A declared "no". Thrown by rules and handlers, turned into an answer by `serve`; nothing may have been written. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: RefusalDetail = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Refuses the call. The code must be among the contract's `refusals`; an undeclared one is answered as a bug. */
export function refuse(code: RefusalCode, detail?: RefusalDetail): never {
  throw new Refusal(code, detail);
}
