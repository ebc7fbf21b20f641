import type { DoorCode, RefusalCode, RefusalDetail } from '../../shared/refusal';

type Code = RefusalCode | DoorCode | 'unreachable';

/** One text for every way in which the cloud may say no. Each says what to do; `{name}` is filled from the detail. */
export const refusalTexts: Record<Code, string> = {
  // community
  answer_own: '自己的回答不用采纳，采纳帮到你的那位同事吧。',
  appeal_made_already: '已经申诉过了，审核结果会在消息里告诉你。',
  article_audience_foreign: '你只能写给自己分公司的同事看。要发给更多人，请找总部 HR。',
  article_not_found: '这篇文章已经撤下，看看别的吧。',
  comment_not_found: '这条评论已经不在了，下拉刷新看看最新的。',
  interests_full: '最多关注 30 个话题，先取消几个不再看的。',
  post_changed: '这条内容刚刚有变动，请返回重新打开再改。',
  post_likes_full: '赞的人太多，这里已经记不下了，谢谢你的心意。',
  post_not_found: '这条内容已经不在了，看看别的吧。',
  post_picture_unusable: '有图片用不了。请换成 1 MB 以内的 PNG 或 JPG。',
  reading_too_short: '读得太快啦，看完再点。还要 {seconds} 秒就算读完。',
  review_closed: '这一条已经有人处理过了，请下拉刷新。',
  review_not_found: '没有找到这条审核，请返回列表刷新。',
  review_own: '自己写的内容要请另一位 HR 来审核。',
  review_reason_missing: '下架要写一句原因，作者会看到。',
  text_refused: '这段文字没有通过内容安全检查，请改一改再发。草稿还在。',
  // people
  already_joined: '这个微信已经加入了。如果不是你本人的账号，请联系 HR 解除绑定。',
  company_changed: '公司介绍刚刚被另一位 HR 改过。你写的还在，请下拉刷新，对照最新的再存一次。',
  colleague_not_found: '没有找到这位同事，可能已经离职，请重新选择。',
  employment_not_found: '没有找到这条任职记录，请返回花名册重新打开。',
  joining_code_expired: '这个入职码已经过期，请让 HR 重新发一个。',
  joining_code_used: '这个入职码已经用过了，请让 HR 重新发一个。',
  joining_code_wrong: '工号、入职码或二维码不对，请照着 HR 给你的再核对一遍。还可以试 {left} 次。',
  joining_locked: '试错次数太多，先休息一下。请 {minutes} 分钟后再试。',
  own_rights_kept: '自己的权限要请另一位 HR 来改。',
  person_already_joined: '这位同事已经加入。换微信的话，请先解除绑定再发新的入职码。',
  person_has_left: '这位同事已经离职，不能再这样做。',
  person_not_found: '没有找到这位同事，请返回花名册重新打开。',
  person_not_joined: '这位同事还没有加入，不需要解除绑定。',
  roster_batch_busy: '另一处正在处理这个批次，请稍等几秒再继续。',
  roster_batch_not_found: '没有找到这个批次，请返回列表刷新。',
  roster_columns_missing: '工号、姓名、部门三列是必须的，请给它们各选一列。',
  roster_decisions_open: '还有行等你决定，全部决定后就能应用。一共 {rows} 行。',
  roster_file_empty: '这个文件是空的，一行也没有。请打开文件确认内容，再选一次。',
  roster_file_not_found: '没有收到文件，请重新选择并上传。',
  roster_file_too_large:
    '文件太大了：最多 20,000 行、60 列、10 MB。这份有 {rows} 行。这份有 {columns} 列。这份有 {megabytes} MB。请拆成几份再导入。',
  roster_file_unreadable: '读不出这个文件。请另存为 CSV 或 XLSX，不要加密码，再试一次。',
  roster_rows_missing: '文件里只有标题，没有一位同事。请补上人员再选一次。',
  roster_stage_passed: '这个批次已经到了下一步，请下拉刷新看最新的进度。',
  roster_undo_blocked: '不能整批撤销了，有人在这之后又有了新的记录。一共 {rows} 人。请改好名单，再导入一次来更正。',
  roster_undo_expired: '超过 90 天，不能再整批撤销。请改好名单，再导入一次来更正。',
  // points
  account_not_found: '这位同事还没有积分账户，请确认人选。',
  checked_in_already: '今天已经签到过了，明天再来。',
  branch_out_of_reach: '你只能为自己负责的分支机构这样做。',
  code_seen_already: '这个兑换码已经查看过，只显示一次。如果当时没能记下，请联系 HR。',
  delivery_address_gone: '收件地址已经删除：这张兑换单不用配送，或者已经处理过了。',
  delivery_address_wanted: '这件礼品要寄给你，请先填收件地址。',
  delivery_not_offered: '这件礼品不配送，到 HR 那里领取就好。请去掉地址再兑换。',
  earning_capped: '这个月签到能得的积分已经拿满了，下个月再来。',
  earning_ended: '签到得积分的活动已经结束了。',
  entry_not_found: '没有找到这笔积分，请返回列表刷新。',
  entry_not_voidable: '这一类积分不能作废。兑换请在兑换单里取消。',
  entry_voided_already: '这笔积分已经作废过了，请下拉刷新。',
  gift_changed: '这件礼品刚刚有变动，请看一眼最新的价格和库存再兑换。',
  gift_codes_missing: '兑换码暂时没有了，HR 补充以后就能查看。',
  gift_handing_kept: '发放方式定为兑换码或实物以后不能互换，请另外添加一件礼品。',
  gift_limit_reached: '这件礼品你已经兑换到上限了，看看别的礼品吧。',
  gift_not_by_code: '这件礼品不用兑换码发放，请用补货来加库存。',
  gift_not_found: '这件礼品已经下架，看看别的礼品吧。',
  gift_picture_unusable: '这张图片用不了。请换一张 1 MB 以内的 PNG 或 JPG。',
  gift_price_too_early: '新价格最早从明天起生效，好让大家提前知道。',
  gift_sale_days_reversed: '结束日期要在开始日期之后，请改一下。',
  gift_sale_ended: '这件礼品的兑换时间已经过了，看看别的礼品吧。',
  gift_sale_not_begun: '这件礼品还没有开始兑换，到时候再来。',
  gift_sold_out: '这件礼品刚刚兑完了，看看别的礼品吧。',
  gift_stock_by_codes: '兑换码礼品的库存就是没用过的兑换码，请上传兑换码来补货。',
  gift_stock_full: '这件礼品累计补货已到上限（一千万件）。',
  giving_not_enough: '这个月的可赠积分不够了。还剩 {left} 积分，下个月会重新发放。',
  giving_pair_limit: '这个月送给同一位同事的积分到上限了，换个方式感谢吧。每月最多 {limit} 积分。',
  giving_to_self: '不能把积分送给自己。',
  own_account_kept: '自己的积分要请另一位 HR 来改。',
  points_not_enough: '积分还不够。还差 {missing} 积分，继续签到攒一攒。',
  pool_closed: '这个众筹已经结束了，请返回列表刷新。',
  pool_day_passed: '截止日期已经过了，请选今天或以后的一天。',
  pool_full: '离目标只差 {room} 积分了，请少付一点。',
  pool_not_found: '没有找到这个众筹，请返回列表刷新。',
  pool_share_full: '每个人能付的有上限，你还可以付 {room} 积分。',
  pool_target_wanted: '团队礼要有目标积分，请填一下。',
  spending_not_found: '没有找到这笔花费，不需要退回。',
  points_busy: '现在兑换的人太多，积分没有变动。请过一会儿再试。',
  redemption_by_code: '兑换码由本人在兑换详情里查看，不用发放。',
  redemption_closed: '这张兑换单已经处理过了，请下拉刷新。',
  redemption_not_found: '没有找到这张兑换单，请返回列表刷新。',
  rule_changed_meanwhile: '另一位 HR 刚刚改过这条规则，请看过最新的再改。',
  rule_effective_too_early: '今天的规则不能当天改，请换一个晚些的生效日期。最早 {earliest} 起生效。',
  spending_ended: '离职后的兑换期限已经过了，积分不能再使用。',
  // recognition
  care_card_delivered: '这张卡已经送到本人手里，不能再签了。',
  care_card_not_found: '没有找到这张卡，请返回列表刷新。',
  care_rule_changed: '另一位 HR 刚刚改过这条规则，请看一眼最新的内容再改。',
  care_rule_off: '这类关怀现在没有打开，请先在关怀规则里打开。',
  care_signatures_full: '签名已经满了，祝福可以当天当面说。',
  care_unwanted: '这位同事选择了不接收这类祝贺，我们尊重这个选择。',
  care_words_unknown: '「{hole}」填不进去。请只用页面上列出的几种。',
  company_value_not_found: '这条价值观已经更换，请重新选一条。',
  reason_missing: '写一句原因，作者会看到。',
  thanks_boosted_already: '这张卡你已经助力过了。',
  thanks_boosts_full: '这张卡的助力已经满了，把心意送给下一张吧。',
  thanks_limit_reached: '这个月你已经给 {name} 送过 {limit} 张了，下个月再送。',
  thanks_not_found: '没有找到这张感恩卡，可能已经不再展示。',
  thanks_to_oneself: '这张卡和你自己有关，请换一位同事。',
  // everywhere
  request_id_reused: '刚才那次已经提交过了，请返回查看结果。',
  wait_and_repeat: '现在有点忙，什么都没有丢。请过一会儿再试一次。',
  not_signed_in: '加入公司后才能使用。请在「我的」里选「我是员工」。',
  not_allowed: '你现在没有这项权限。如果应该有，请联系 HR。',
  input_invalid: '有内容没看懂，请检查后再试。',
  call_unknown: '这个版本太旧了，请关闭小程序后重新打开。',
  bug: '出了点问题，我们已经记下来了。请稍后再试。',
  unreachable: '网络好像断了，什么都没有丢。请连上网后再试。',
};

/** A sentence that names a number which did not come is left out rather than shown with a hole. */
function fill(text: string, detail: RefusalDetail): string {
  const sentences = text.match(/[^。]+。/g) ?? [text];
  return sentences
    .map((sentence) => sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(detail[name] ?? hole)))
    .filter((sentence) => !sentence.includes('{'))
    .join('');
}

/** What to tell the person. A bug carries the beginning of its trace id, so that it can be found. */
export function refusalText(refused: { code: Code; detail?: RefusalDetail; traceId?: string }): string {
  const text = fill(refusalTexts[refused.code], refused.detail ?? {});
  return refused.code === 'bug' && refused.traceId ? `${text}（编号 ${refused.traceId.slice(0, 8)}）` : text;
}
