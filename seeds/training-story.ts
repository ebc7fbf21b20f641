import type { ExamTerms, Lesson } from '../shared/training/course';
import type { Question } from '../shared/training/question';

/** A course of the story, as 周岚 wrote it. */
export interface ToldCourse {
  key: 'culture' | 'security' | 'safety' | 'points';
  title: string;
  about: string;
  skills: string[];
  prerequisites: ToldCourse['key'][];
  exam: ExamTerms | null;
  chapters: { title: string; lessons: Lesson[] }[];
  bank: Question[];
}

type Block = Extract<Lesson['body'], { kind: 'article' }>['blocks'][number];
const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const list = (...items: string[]): Block => ({ kind: 'list', items });
const quote = (text: string, by: string): Block => ({ kind: 'quote', text, by });

const article = (lessonId: string, title: string, minutes: number, blocks: Block[], seconds = 20): Lesson => ({
  ...{ lessonId, title, minutes, body: { kind: 'article', blocks }, done: { kind: 'opened', seconds } },
});
const promise = (lessonId: string, title: string, words: string, blocks: Block[]): Lesson => ({
  ...{ lessonId, title, minutes: 1, body: { kind: 'article', blocks }, done: { kind: 'confirmed', words } },
});
const quiz = (lessonId: string, title: string, passPercent: number, questions: Question[]): Lesson => ({
  ...{ lessonId, title, minutes: 3, body: { kind: 'quiz', questions }, done: { kind: 'quizPassed', passPercent } },
});

const single = (questionId: string, text: string, options: string[], right: number, explanation: string): Question => ({
  ...{ kind: 'single', questionId, text, options, right, explanation },
});
const multiple = (
  questionId: string,
  text: string,
  options: string[],
  right: number[],
  explanation: string,
): Question => ({
  ...{ kind: 'multiple', questionId, text, options, right, explanation },
});
const judge = (questionId: string, text: string, right: boolean, explanation: string): Question => ({
  ...{ kind: 'trueFalse', questionId, text, right, explanation },
});
const order = (questionId: string, text: string, options: string[], explanation: string): Question => ({
  ...{ kind: 'order', questionId, text, options, explanation },
});
const fill = (questionId: string, text: string, accepted: string[], explanation: string): Question => ({
  ...{ kind: 'fill', questionId, text, accepted, explanation },
});

const culture: ToldCourse = {
  key: 'culture',
  title: '认识云杉',
  about: '我们从哪里来、为谁做事、怎么一起做事。十分钟，给第一周的你。',
  ...{ skills: ['公司文化'], prerequisites: [], exam: null, bank: [] },
  chapters: [
    {
      title: '我们的故事',
      lessons: [
        article('story', '一间大棚里的公司', 3, [
          paragraph(
            '2018 年冬天，三个人借了萧山一间停产的大棚，白天写代码，晚上守着番茄苗测夜温。第一版系统只做一件事：太冷的时候，把人叫醒。',
          ),
          paragraph('今天，三百多座温室每天用云杉的软件。我们有六十位同事，在杭州和成都。'),
          quote('软件写得好不好，番茄知道。', '第一位客户，老沈'),
        ]),
        article('values', '三条价值观', 3, [
          heading('先到棚里看'),
          paragraph('需求先去现场看一眼，再写第一行代码。每位新同事入职一个月内，都会跟一次现场。'),
          heading('把话说完'),
          paragraph('意见当面讲、讲完整，不在背后讲。坏消息当天说，好消息也别藏着。'),
          heading('慢慢长'),
          paragraph('庄稼不催，人也不催：新人有伙伴，前三个月只管学。帮了忙，就送一张感恩卡，让大家看见。'),
        ]),
      ],
    },
    {
      title: '试一试',
      lessons: [
        quiz('check', '你了解云杉了吗', 60, [
          single(
            'where',
            '第一版系统是在哪里写出来的？',
            ['写字楼', '一间停产的大棚', '大学实验室'],
            1,
            '萧山那间停产的大棚。',
          ),
          multiple(
            'three',
            '下面哪些是云杉的价值观？',
            ['先到棚里看', '把话说完', '永远加班', '慢慢长'],
            [0, 1, 3],
            '先到棚里看、把话说完、慢慢长。',
          ),
          judge('bad', '坏消息可以等到周会再说。', false, '坏消息当天说。'),
        ]),
      ],
    },
  ],
};

const security: ToldCourse = {
  key: 'security',
  title: '信息安全入门',
  about: '密码、邮件、客户数据：最常出事的三个地方，和出事以后怎么办。学完有一次小考。',
  skills: ['信息安全'],
  prerequisites: [],
  exam: { questions: 5, minutes: 10, passPercent: 80, attempts: 3, waitHours: 0 },
  chapters: [
    {
      title: '每天都用得上',
      lessons: [
        article('password', '密码与二次验证', 4, [
          paragraph('公司账号一律打开二次验证。密码不少于 12 位，不在别处重复使用，不写在便签上。'),
          list(
            '用密码管理器，信息技术部会帮你装好',
            '有人（包括 IT）问你要密码，都是骗子',
            '手机丢了，先打 IT 值班电话',
          ),
        ]),
        article('mail', '可疑邮件怎么认', 4, [
          paragraph('催得很急、要你点链接、要你改收款账号：三样占一样，就先停下来。'),
          list('看发件人的完整地址，不只看名字', '换一个渠道问本人', '转发给信息技术部，不要删'),
        ]),
        article('data', '客户数据不离开系统', 3, [
          paragraph('温室的产量和报价是客户的秘密。导出前想三秒：一定要吗？发给谁？什么时候删？'),
          paragraph('不往个人微信、网盘里传。要给外部的人看，用系统里的分享链接，设好有效期。'),
        ]),
      ],
    },
    {
      title: '练一练',
      lessons: [
        quiz('try', '随堂练习', 50, [
          order(
            'lost',
            '手机丢了，按先后排一排：',
            ['打 IT 值班电话', '锁定公司账号', '补办手机卡', '换新手机并重新绑定'],
            '先让 IT 知道，账号先锁上，后面的都不急。',
          ),
          fill('length', '公司密码不少于几位？（填数字）', ['12', '十二'], '不少于 12 位。'),
        ]),
        promise('sign', '我的承诺', '我承诺照这样做', [
          paragraph('我会保护好公司和客户的信息；发现问题，当天告诉信息技术部。主动说出来的人，不会因此受罚。'),
        ]),
      ],
    },
  ],
  bank: [
    judge('q1', 'IT 同事打电话来要密码，可以告诉他。', false, '任何人要密码都不给，IT 也不会要。'),
    single(
      'q2',
      '收到“财务总监”邮件，要求马上改供应商收款账号，你应该：',
      ['马上改', '换一个渠道找本人确认', '转发给供应商'],
      1,
      '换渠道确认，是最省事也最有效的一步。',
    ),
    multiple(
      'q3',
      '下面哪些做法不对？',
      ['密码写在便签上', '打开二次验证', '客户报表传到个人网盘', '可疑邮件转给 IT'],
      [0, 2],
      '便签和个人网盘都不行。',
    ),
    single(
      'q4',
      '要把产量数据给客户的顾问看，最合适的是：',
      ['导出后发微信', '系统里的分享链接并设有效期', '把账号借给他'],
      1,
      '分享链接可以收回，发出去的文件收不回来。',
    ),
    fill('q5', '公司密码不少于几位？（填数字）', ['12', '十二'], '不少于 12 位。'),
    judge('q6', '可疑邮件删掉就好，不用告诉别人。', false, '转给信息技术部，别的同事才不会上当。'),
    order(
      'q7',
      '发现点错了链接，按先后排一排：',
      ['断开网络', '告诉信息技术部', '按指引改密码'],
      '先断网，再说，再改。',
    ),
    judge('q8', '主动报告自己点错链接，会被处罚。', false, '主动说出来的人不会因此受罚。'),
  ],
};

const safety: ToldCourse = {
  key: 'safety',
  title: '办公与现场安全',
  about: '办公室的消防通道，温室里的高温、用电和熏蒸牌。去现场之前必须通过。',
  skills: ['现场安全'],
  prerequisites: ['culture'],
  exam: { questions: 3, minutes: 6, passPercent: 60, attempts: 5, waitHours: 1 },
  chapters: [
    {
      title: '办公室',
      lessons: [
        article('fire', '消防与急救', 3, [
          list('总部三层有东西两个安全出口，不要堆东西', 'AED 在一楼前台左侧', '听到警报，走楼梯，到停车场北侧集合'),
        ]),
      ],
    },
    {
      title: '温室现场',
      lessons: [
        article('heat', '高温与用电', 3, [
          paragraph('棚内超过 35℃，每 30 分钟出来喝水一次，两个人一组。湿手不碰配电箱，控制柜只由客户的电工打开。'),
        ]),
        article('fume', '看懂熏蒸牌', 2, [
          paragraph('门口挂红牌：正在熏蒸，任何人不得进入。挂黄牌：通风中，等到牌上写的时间。没有牌，才可以进。'),
        ]),
      ],
    },
  ],
  bank: [
    single('s1', '门口挂着红牌，应该：', ['快进快出', '不进去', '戴口罩进去'], 1, '红牌是熏蒸中，任何人不得进入。'),
    judge('s2', '听到火警警报，应该坐电梯下楼。', false, '走楼梯。'),
    single('s3', 'AED 在哪里？', ['三楼茶水间', '一楼前台左侧', '停车场'], 1, '一楼前台左侧。'),
    fill('s4', '棚内超过多少度，要每半小时出来喝水？（填数字）', ['35', '三十五'], '超过 35℃。'),
    multiple('s5', '在温室里，哪些可以做？', ['两人一组', '湿手开配电箱', '按时喝水'], [0, 2], '配电箱只由电工打开。'),
  ],
};

const points: ToldCourse = {
  key: 'points',
  title: '积分与感恩',
  about: '积分怎么来、能做什么；感恩卡怎么写，才让人记得住。',
  ...{ skills: [], prerequisites: [], exam: null, bank: [] },
  chapters: [
    {
      title: '五分钟上手',
      lessons: [
        article('earn', '积分从哪里来', 2, [
          paragraph('签到、参加活动、通过培训、回答被采纳，都有积分。每一笔都能看到来由；觉得不对，可以直接问。'),
        ]),
        article('thanks', '写一张好的感恩卡', 3, [
          paragraph('三句话就够：他做了什么，难在哪里，对你意味着什么。'),
          quote(
            '周五晚上九点你还在帮我查时钟漂移，客户的苗保住了。谢谢你没有说“明天再看”。',
            '研发部写给信息技术部的一张感恩卡',
          ),
        ]),
        quiz('ask', '小测验', 100, [
          multiple('come', '哪些会得到积分？', ['签到', '通过培训', '转发到朋友圈'], [0, 1], '对外转发从来不给积分。'),
        ]),
      ],
    },
  ],
};

export const toldCourses: readonly ToldCourse[] = [culture, security, safety, points];

/** 新人三十天: three stages. */
export const toldPath = {
  title: '新人三十天',
  story: '三十天，从温室门口走到番茄架下。每过一关，离同路更近一点。',
  stages: [
    {
      stageId: 'gate',
      title: '推开门',
      badge: '初见',
      culture: '先到棚里看：在这里，每个人都从看一眼开始。',
      courses: ['culture', 'points'],
    },
    {
      stageId: 'lamp',
      title: '点亮灯',
      badge: '守护',
      culture: '把话说完：发现问题当天说，主动说出来的人不会受罚。',
      courses: ['security'],
    },
    {
      stageId: 'shelf',
      title: '走进番茄架',
      badge: '并肩',
      culture: '慢慢长：进温室两人一组，谁也不催，谁也不落下。',
      courses: ['safety'],
    },
  ],
} as const;

/** What is wanted of whom, as 周岚 wrote it. */
export const toldNeeds: { position: string | null; departmentName: string | null; skills: string[] }[] = [
  { position: null, departmentName: null, skills: ['公司文化', '信息安全'] },
  { position: null, departmentName: '研发部', skills: ['现场安全'] },
  { position: '客户顾问', departmentName: null, skills: ['现场安全', '数据分析'] },
  { position: '前端工程师', departmentName: '研发部', skills: ['数据分析'] },
];
