import type { PostKind } from '../shared/community/post';

/** One comment of the story; `replyTo` counts from 0 among the comments of the post. */
export interface ToldComment {
  by: string;
  text: string;
  replyTo?: number;
}

/** One post of the story. People are named as in seeds/company.ts; pictures are files `post-…` of seeds/pictures. */
export interface ToldPost {
  key: string;
  kind: PostKind;
  by: string;
  hoursAgo: number;
  text: string;
  topics: string[];
  pictures: string[];
  mentions: string[];
  likers: string[];
  savers: string[];
  comments: ToldComment[];
  /** Of a question: which comment was accepted, counted from 0. */
  accepted?: number;
  /** Stands among the frequent questions. */
  isFaq?: boolean;
  /** Anything else than visible. */
  standing?: { state: 'inReview' } | { state: 'takenDown'; reason: string };
  reportedBy?: string;
}

type Telling = Partial<ToldPost> & Pick<ToldPost, 'key' | 'by' | 'hoursAgo' | 'text'>;
const told = (post: Telling): ToldPost => ({
  kind: 'post',
  topics: [],
  pictures: [],
  mentions: [],
  likers: [],
  savers: [],
  comments: [],
  ...post,
});
const question = (post: Telling) => told({ ...post, kind: 'question' });

export const toldPosts: readonly ToldPost[] = [
  told({
    key: 'tomatoes',
    by: '陈一诺',
    hoursAgo: 3,
    text: '三号温室的番茄红了！\n上个月大家投票选的品种，糖度 9.8，比预期还高。下午三点在咖啡角分着吃，先到先得。',
    topics: ['温室日记'],
    pictures: ['tomatoes.png', 'greenhouse.png'],
    likers: ['林晓', '周岚', '唐思远', '赵启明', '钱惠', '王磊', '马会敏'],
    savers: ['林晓'],
    comments: [
      { by: '唐思远', text: '成都这边只能隔空流口水了，能寄两个吗？' },
      { by: '陈一诺', text: '已经装箱，明天顺丰到。', replyTo: 0 },
      { by: '林晓', text: '糖度曲线的页面今天上线，正好对照着看。' },
    ],
  }),
  told({
    key: 'first-demo',
    by: '唐思远',
    hoursAgo: 7,
    text: '入职第七周，第一次独立给客户做演示。谢谢 @林晓 昨晚陪我过了两遍流程，客户当场约了下一次。',
    topics: ['新人成长'],
    mentions: ['林晓'],
    likers: ['李蓉', '林晓', '陈一诺', '周岚', '顾怀远'],
    comments: [
      { by: '林晓', text: '是你准备得充分，我只负责点头。' },
      { by: '李蓉', text: '为你高兴，记得把客户问的问题整理一份给大家。' },
    ],
  }),
  question({
    key: 'irrigation',
    by: '唐思远',
    hoursAgo: 20,
    text: '客户的灌溉控制器隔天会掉线一次，重启就好。现场网络是 4G，有同事遇到过吗？先看哪里？',
    topics: ['客户现场'],
    likers: ['林晓'],
    savers: ['赵启明', '陈一诺'],
    comments: [
      {
        by: '王磊',
        text: '先看控制器固件是不是 2.3 以下，那一版心跳间隔是 24 小时，运营商会回收连接。升到 2.4 就好。',
      },
      { by: '赵启明', text: '顺便查一下 SIM 卡有没有绑定 APN，没绑也会这样。' },
      { by: '唐思远', text: '就是 2.2！升级后两天没掉线了，谢谢！', replyTo: 0 },
    ],
    accepted: 0,
  }),
  told({
    key: 'hike',
    by: '钱惠',
    hoursAgo: 28,
    text: '周六龙井到九溪的徒步，一共走了 11 公里，二十个人一个都没掉队。下一次投票去哪里？评论里说，票数最多的当选。',
    topics: ['徒步', '周末'],
    pictures: ['hike.png', 'tea.png', 'forest.png'],
    likers: ['林晓', '周岚', '顾怀远', '陈一诺', '赵启明'],
    comments: [
      { by: '顾怀远', text: '莫干山一票，山上有竹林，夏天也凉快。' },
      { by: '赵启明', text: '莫干山加一。' },
      { by: '马会敏', text: '能不能选一条带孩子也能走的线？' },
      { by: '钱惠', text: '可以，下次分两组，短线五公里。', replyTo: 2 },
    ],
  }),
  told({
    key: 'release',
    by: '林晓',
    hoursAgo: 46,
    text: '温室看板 3.2 上线：曲线可以两指缩放，告警能按温室静音。有问题在这条下面说，本周都在。',
    topics: ['产品更新'],
    likers: ['顾怀远', '唐思远', '王磊'],
    savers: ['唐思远'],
    comments: [{ by: '唐思远', text: '客户最想要的就是静音，马上去演示。' }],
  }),
  question({
    key: 'invoice',
    by: '陈一诺',
    hoursAgo: 54,
    text: '出差打车的电子行程单和发票要分开贴吗？上次被退回一次，想一次弄对。',
    topics: ['报销'],
    likers: ['唐思远', '林晓'],
    savers: ['林晓', '唐思远', '赵启明'],
    comments: [
      { by: '马会敏', text: '不用分开。行程单和发票合成一个 PDF，行程单在前，文件名写日期和金额，系统会自动对上。' },
    ],
    accepted: 0,
    isFaq: true,
  }),
  told({
    key: 'reading',
    by: '周岚',
    hoursAgo: 70,
    text: '读书角这个月的书是《植物知道生命的答案》。读完在书后面写一句话传给下一位，第一本在前台。',
    topics: ['读书'],
    pictures: ['book.png'],
    likers: ['陈一诺', '钱惠', '林晓'],
    comments: [{ by: '王磊', text: '交接完就去排队，走之前读完它。' }],
  }),
  told({
    key: 'cat',
    by: '赵启明',
    hoursAgo: 95,
    text: '机房门口的猫已经把“禁止入内”当成床了。行政的同事，我们要不要给它办张工牌？',
    topics: ['日常'],
    pictures: ['cat.png'],
    likers: ['林晓', '陈一诺', '唐思远', '周岚', '钱惠', '王磊', '马会敏', '李蓉'],
    comments: [
      { by: '钱惠', text: '工号已经想好了：YS-0000，岗位：首席巡检。' },
      { by: '林晓', text: '建议试用期从抓老鼠开始。' },
    ],
  }),
  question({
    key: 'training-room',
    by: '李蓉',
    hoursAgo: 26,
    text: '成都办公室的培训室投屏总是花屏，换过线也一样。总部是怎么接的？',
    topics: ['办公'],
    comments: [{ by: '赵启明', text: '型号发我看看，旧款要关掉 HDR。我下周去成都，可以一起看。' }],
  }),
  told({
    key: 'handover',
    by: '王磊',
    hoursAgo: 120,
    text: '交接文档写了三十页，核心的只有一句：遇到怪问题先看时区。感谢这三年半，还有十几天，有要问的尽管来。',
    topics: ['感谢'],
    likers: ['林晓', '顾怀远', '赵启明', '周岚', '陈一诺', '唐思远'],
    savers: ['林晓'],
    comments: [
      { by: '顾怀远', text: '你写的监控脚本救过我们两次，一路顺利。' },
      { by: '林晓', text: '时区那页我打印出来贴墙上了。' },
    ],
  }),
  told({
    key: 'doubtful',
    by: '陈一诺',
    hoursAgo: 5,
    text: '想团购番茄苗的同事加微信群，凑够二十株可以便宜，周五前报名。',
    topics: ['团购'],
    standing: { state: 'inReview' },
  }),
  told({
    key: 'reported',
    by: '马会敏',
    hoursAgo: 30,
    text: '听说年终奖要推迟到三月发，大家听到什么消息了吗？',
    topics: [],
    likers: ['王磊'],
    comments: [{ by: '周岚', text: '没有这回事，发放时间和往年一样，通知会在一月初发出来。' }],
    reportedBy: '钱惠',
  }),
  told({
    key: 'taken-down',
    by: '林晓',
    hoursAgo: 150,
    text: '客户现场的照片来几张，大家看看这个布线。',
    topics: ['客户现场'],
    pictures: ['greenhouse.png'],
    standing: { state: 'takenDown', reason: '照片里看得到客户的名称和门牌，请打码后再发' },
  }),
];
