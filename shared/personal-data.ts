/** Who may see what a collection says about a person, besides the functions themselves. */
export const viewers = ['self', 'colleagues', 'hr', 'branchHr', 'manager', 'nobody'] as const;
export type Viewer = (typeof viewers)[number];

/** What one collection knows about people. The privacy page, the export and the deletion follow from these lines. */
export interface PersonalRecord {
  /** 存什么: shown to people as it stands. */
  what: string;
  /** 为什么存 */
  why: string;
  /** 存到什么时候 */
  until: string;
  seenBy: readonly Viewer[];
  /** The fields that say whose record it is. */
  personFields: readonly string[];
}

/**
 * Every collection that holds data about a person. test/contracts.test.ts fails when a declared collection stands
 * neither here nor below.
 */
export const personalRecords: Readonly<Record<string, PersonalRecord>> = {
  identities: {
    what: '微信身份标识与本人任职信息的对应（姓名、工号、部门、岗位、状态、权限）',
    why: '打开小程序时认出本人，并决定能做什么',
    until: '解除绑定时删除；离职后保留，用于校友身份',
    seenBy: ['nobody'],
    personFields: ['personId'],
  },
  persons: {
    what: '姓名、出生日期、手机号（加密）、权限、加入时间',
    why: '一个人在公司的全部经历都连到这一条',
    until: '最后一次离职满两年后匿名化（劳动合同法第五十条要求文本保存至少两年）',
    seenBy: ['self', 'hr', 'branchHr'],
    personFields: ['_id'],
  },
  employments: {
    what: '工号、部门、岗位、状态、入职与离职日期、离职原因、直属上级',
    why: '任职记录，是花名册、权限和离职证明的依据',
    until: '离职满两年后匿名化（劳动合同法第五十条要求文本保存至少两年）',
    seenBy: ['self', 'hr', 'branchHr'],
    personFields: ['personId'],
  },
  joiningCodes: {
    what: '入职码的校验值、发放人、有效期、使用时间（不含入职码本身）',
    why: '确认是本人在加入',
    until: '被新的入职码替换，或解除绑定时作废',
    seenBy: ['hr', 'branchHr'],
    personFields: ['personId', 'issuedBy'],
  },
  joiningTries: {
    what: '某个微信输错入职码的次数与锁定时间（不含微信身份标识）',
    why: '防止有人猜入职码',
    until: '成功加入时清零',
    seenBy: ['nobody'],
    personFields: ['_id'],
  },
  rosterBatches: {
    what: '导入人与批次的统计',
    why: '导入可以核对、继续与撤销',
    until: '统计长期保留；原始文件在应用或取消 90 天后删除',
    seenBy: ['hr', 'branchHr'],
    personFields: ['openedById'],
  },
  rosterRows: {
    what: '导入文件的每一行：清洗后的内容与待决定的问题（手机号加密）',
    why: '预览、决定、应用与撤销一个批次',
    until: '应用或取消 90 天后删除',
    seenBy: ['hr', 'branchHr'],
    personFields: ['personId'],
  },
  pointAccounts: {
    what: '可用、可赠与累计积分，各批积分的到期日，签到日期，各规则近期次数，各礼品已兑换数量，本月送给每位同事的积分',
    why: '积分是本人的权益，余额须随时可证',
    until: '离职后保留两年，随后匿名化',
    seenBy: ['self'],
    personFields: ['_id'],
  },
  pointLedgerEntries: {
    what: '每一笔积分的来由、数量与时间',
    why: '每一分都说得清来由；账目不可更改',
    until: '长期保留；人员匿名化后只剩代号，账目仍能对平',
    seenBy: ['self'],
    personFields: ['personId', 'cause.toPersonId', 'cause.fromPersonId', 'cause.by'],
  },
  pointRules: {
    what: '积分规则的每个版本由谁在何时、因何修改',
    why: '每一笔积分都能追溯到当时的规则',
    until: '长期保留；人员匿名化后只剩代号',
    seenBy: ['hr'],
    personFields: ['changedBy'],
  },
  pointAlerts: {
    what: '夜间对账没有对平的积分账户，以及哪里不符',
    why: '账目出错时有人知道，并去更正',
    until: '长期保留；人员匿名化后只剩代号',
    seenBy: ['hr'],
    personFields: ['personId'],
  },
  pointsHeldBack: {
    what: '因次数、额度或间隔上限而没有得到积分的事项与时间',
    why: '试算规则调整的影响',
    until: '100 天后删除',
    seenBy: ['hr'],
    personFields: ['personId'],
  },
  pointWishes: {
    what: '想要哪些礼品',
    why: '看到还差多少积分、大约还要多久',
    until: '本人随时移除；离职后保留两年，随后匿名化',
    seenBy: ['self'],
    personFields: ['_id'],
  },
  pools: {
    what: '众筹里谁正在付、每人付了多少积分，谁发起',
    why: '多人一起付，每人不超过上限，总数不超过目标',
    until: '离职后保留两年，随后匿名化',
    seenBy: ['nobody'],
    personFields: ['openedBy'],
  },
  poolShares: {
    what: '每一笔参与众筹的积分',
    why: '没有筹成时原样退回',
    until: '离职后保留两年，随后匿名化',
    seenBy: ['self'],
    personFields: ['personId'],
  },
  redemptions: {
    what: '兑换了什么、何时发放或取消、取消原因；需要配送时的收件人、手机号和地址（加密），以及哪位 HR 看过',
    why: '发放或寄送礼品，退还积分，向薪资说明礼品价值',
    until: '收件地址在发放或取消时立即删除；其余离职后保留两年，随后匿名化',
    seenBy: ['self', 'hr', 'branchHr'],
    personFields: ['personId'],
  },
  todayEntries: {
    what: '收到的消息（标题、一句话、时间、是否已读）与“今天”的待办',
    why: '让本人知道发生了什么、接下来做什么',
    until: '消息保留 180 天，完成的待办保留 30 天',
    seenBy: ['self'],
    personFields: ['personId'],
  },
  noticeSettings: {
    what: '免打扰时段、关闭了哪些提醒、微信里是否可能提醒到',
    why: '按本人的意愿提醒',
    until: '离职后保留两年，随后删除',
    seenBy: ['self'],
    personFields: ['_id'],
  },
  messageAllowances: {
    what: '本人同意接收的微信提醒还剩几次、是否绑定用工关系、最近提醒过的事',
    why: '只在本人同意的次数内提醒，同一件事不重复提醒',
    until: '离职后保留两年，随后删除',
    seenBy: ['self'],
    personFields: ['_id'],
  },
  mediaChecks: {
    what: '谁上传的哪个图片或录音正在由微信检查，结果如何（不含内容本身）',
    why: '发布的图片须先通过微信内容安全检查',
    until: '结果告知 30 天后删除',
    seenBy: ['nobody'],
    personFields: ['personId'],
  },
  activities: {
    what: '活动的组织者、谁有名额、谁在候补',
    why: '名额按先后给，候补按顺序转正',
    until: '活动结束三年后删除',
    seenBy: ['self', 'hr', 'branchHr'],
    personFields: ['organiserIds', 'publishedById', 'seats.personId', 'waiting.personId', 'settling.personId'],
  },
  enrolments: {
    what: '你报名的活动、签到的时间和方式（按位置签到时只存精度、时效与距离，不存位置）、活动反馈',
    why: '组织活动、到场得积分；反馈不带姓名给组织者看',
    until: '活动结束三年后删除',
    seenBy: ['self', 'hr', 'branchHr'],
    personFields: ['personId'],
  },
  separations: {
    what: '离职申请（原因与给 HR 的话加密）、最后工作日、交接与各部门手续、离职结算（加密）',
    why: '办好离职：手续不遗漏、证明按时开、钱算得清楚',
    until: '离职满两年后删除（劳动合同法第五十条要求文本保存至少两年）；撤回的申请半年后删除，其中的原因撤回时立即删除',
    seenBy: ['self', 'manager', 'hr', 'branchHr'],
    personFields: [
      'personId',
      'managerPersonId',
      'handover.receiverId',
      'settlement.draftedById',
      'settlement.confirmedById',
      'tasks.personIds',
    ],
  },
  leavingGuides: {
    what: '离职指南最近由哪位 HR 修改（谁看过指南不作任何记录）',
    why: '指南的内容有人负责',
    until: '改指南时替换',
    seenBy: ['hr'],
    personFields: ['changedBy'],
  },
  clearanceTemplates: {
    what: '离职手续模板最近由哪位 HR 修改',
    why: '模板的内容有人负责',
    until: '改模板时替换',
    seenBy: ['hr'],
    personFields: ['changedBy'],
  },
  posts: {
    what: '你在社区发的动态与提问、图片、提到的同事、谁赞过，以及修改前的文字',
    why: '同事之间的交流；修改记录供审核时核对',
    until: '你删除后 90 天彻底清除；离职后保留署名',
    seenBy: ['self', 'colleagues', 'hr', 'branchHr'],
    personFields: ['authorId', 'likers', 'mentions.personId'],
  },
  comments: {
    what: '你写的评论与回答',
    why: '同事之间的交流',
    until: '你删除后 90 天彻底清除；离职后保留署名',
    seenBy: ['self', 'colleagues', 'hr', 'branchHr'],
    personFields: ['authorId', 'postAuthorId', 'replyTo.authorId', 'mentions.personId'],
  },
  saves: {
    what: '你收藏了哪些动态与提问',
    why: '在「我的收藏」里找回来',
    until: '取消收藏时删除',
    seenBy: ['self'],
    personFields: ['personId'],
  },
  articles: {
    what: '新闻与文化文章由哪位 HR 发布',
    why: '同事知道是谁写的',
    until: '文章长期保留',
    seenBy: ['colleagues', 'hr', 'branchHr'],
    personFields: ['authorId'],
  },
  interests: {
    what: '你关注了哪些话题',
    why: '把你关注的排在前面；只有你自己看得到，随时可以取消',
    until: '取消关注时删除；离职后保留两年，随后删除',
    seenBy: ['self'],
    personFields: ['_id'],
  },
  readings: {
    what: '你打开和读完了哪些新闻、什么时候',
    why: '必读文章要知道谁读过；阅读只算一次',
    until: '离职后保留两年，随后删除',
    seenBy: ['self', 'hr', 'branchHr'],
    personFields: ['personId'],
  },
  reviews: {
    what: '需要审核的内容：为什么送审、举报人与申诉、审核决定与原因',
    why: '社区内容合规；举报人只用于避免重复举报，不告诉任何人',
    until: '随内容清除而删除',
    seenBy: ['hr', 'branchHr'],
    personFields: ['authorId', 'causes.byId', 'decisions.byId'],
  },
  thankYouCards: {
    what: '感恩卡：谁感谢谁、写了什么、附了多少积分、谁助力',
    why: '同事之间的感谢要送到，也留作每年的回忆',
    until: '长期保留；本人匿名化后只剩代号',
    seenBy: ['self', 'colleagues', 'hr'],
    personFields: ['fromId', 'to.personId', 'boosters'],
  },
  thanksReceived: {
    what: '收到的感恩卡与当时的直属上级',
    why: '本人和直属上级能看到收到的感谢',
    until: '与感恩卡一起保留',
    seenBy: ['self', 'manager'],
    personFields: ['toId', 'fromId', 'managerId'],
  },
  thanksMonths: {
    what: '每个月给每位同事送过几张感恩卡',
    why: '同两个人之间每月有上限，避免互刷',
    until: '长期保留，不含内容',
    seenBy: ['nobody'],
    personFields: ['_id'],
  },
  thanksBoosts: {
    what: '给哪张感恩卡助力了多少积分',
    why: '每张卡每人只能助力一次',
    until: '与感恩卡一起保留',
    seenBy: ['nobody'],
    personFields: ['personId'],
  },
  careWishes: {
    what: '是否愿意接收生日、周年和好消息的祝福',
    why: '不愿意的人不被打扰',
    until: '离职满两年后删除',
    seenBy: ['self'],
    personFields: ['_id'],
  },
  careCards: {
    what: '生日、周年和好消息的卡片，以及同事的签名（不含年龄）',
    why: '在这一天送到本人手里',
    until: '长期保留；本人匿名化后删除',
    seenBy: ['self'],
    personFields: ['personId', 'signatures.personId'],
  },
  exitReasonLists: {
    what: '离职原因列表由哪位 HR 修改',
    why: '列表的每次修改都有人负责',
    until: '长期保留；人员匿名化后只剩代号',
    seenBy: ['hr'],
    personFields: ['changedById'],
  },
  exitInterviews: {
    what: '离职面谈：本人的问卷、面谈记录（文字加密）、直属上级单独写的看法、时间与结论',
    why: '听见离开的真实原因，改进管理；直属上级看不到本人的回答',
    until: '离职满两年后删除文字，原因只留汇总',
    seenBy: ['hr', 'branchHr'],
    personFields: ['personId', 'managerPersonId', 'managerView.byId'],
  },
  exitLeavings: {
    what: '离职记录：部门、岗位、入离职日期、离职原因、直属上级认为的原因',
    why: '按组汇总离职原因；少于五人的组不显示',
    until: '离职满两年后匿名化',
    seenBy: ['hr', 'branchHr'],
    personFields: ['personId'],
  },
  pointCensuses: {
    what: '每晚统计：各规则得分最多的同事、余额分布',
    why: '让 HR 看清积分发得是否均衡',
    until: '100 天后删除',
    seenBy: ['hr'],
    personFields: ['found.topEarners.people.personId'],
  },
  pointTrials: {
    what: '规则试算中差别最大的同事',
    why: '改规则之前先看对谁有影响',
    until: '30 天后删除',
    seenBy: ['hr'],
    personFields: ['askedBy', 'differences.personId'],
  },
  pointFindings: {
    what: '不寻常的得分方式与 HR 看过后的说明',
    why: '防止规则被钻空子；只提示，不自动处罚',
    until: '发现一年后删除',
    seenBy: ['hr'],
    personFields: ['personId', 'otherPersonId', 'lookedAtById'],
  },
  pointCases: {
    what: '对某一笔积分的疑问与 HR 的答复',
    why: '每一笔都可以问、可以改正',
    until: '长期保留，与流水一起说明来由；人员匿名化后只剩代号',
    seenBy: ['self', 'hr'],
    personFields: ['personId', 'answeredById'],
  },
  pointThresholds: {
    what: '积分提醒线，以及哪几位 HR 要收到提醒',
    why: '超过提醒线时通知设置的人',
    until: '改设置时替换',
    seenBy: ['hr'],
    personFields: ['tellsPersonIds', 'changedBy'],
  },
};

/** Collections that say nothing about anybody, and why one can be sure. */
export const withoutPersons: Readonly<Record<string, string>> = {
  companies: 'what HR wrote about the company for everybody to read',
  departments: 'names of departments only',
  pointDays: 'sums of a day over everybody',
  rosterDecisions: 'fingerprints of contradictions and what HR decided; a keyed hash tells nothing about the person',
  mediaVerdicts: "WeChat's verdicts by a number of its own, for a day; whose picture it was stands elsewhere",
  giftCodes: 'codes of gifts, sealed, and which redemption has one; the redemption knows the person',
  pointRuns: 'how far a night has walked over the accounts: an id as cursor while it walks, and counts',
  recognitionSettings: 'the company’s values in words',
  careRules: 'what an occasion brings; holds no person',
  careWalks: 'how far the daily walk over colleagues has come',
  gifts: 'what is on the shelf; reservations under way name a person for at most minutes and end with the redemption',
};
