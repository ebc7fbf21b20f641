import type { ArticleContent } from '../cloudfunctions/community/rules/article';

/** One article of the story. The cover is a file of seeds/pictures; people are named as in seeds/company.ts. */
export interface ToldArticle extends Omit<ArticleContent, 'coverFileId'> {
  key: string;
  daysAgo: number;
  cover: string | null;
  readers: string[];
  /** Opened, and not read to the end. */
  openedBy: string[];
}

export const toldArticles: readonly ToldArticle[] = [
  {
    key: 'flexible',
    kind: 'news',
    title: '弹性工作怎么申请：一页说清楚',
    summary: '谁可以申请、要准备什么、多久有结果',
    cover: 'post-book.png',
    blocks: [
      {
        kind: 'paragraph',
        text: '生病、照顾家人、通勤太远，都可能需要一段时间的弹性安排。标准对每个人都一样，公开写在这里。',
      },
      { kind: 'heading', text: '谁可以申请' },
      {
        kind: 'list',
        items: [
          '有二级以上医院的证明，写明不适合固定时间工作',
          '核心岗位由主管和 HR 一起认定',
          '当天的核心工作已经完成，或者有同事接手',
        ],
      },
      { kind: 'heading', text: '怎么申请' },
      {
        kind: 'paragraph',
        text: '先和直属上级说一声，再在同路里提交原因和工作安排。主管看业务，HR 看规则，两个工作日内有结果。',
      },
      { kind: 'quote', text: '规则管大家，弹性管难处，两样都要看得见。', by: '周岚' },
      { kind: 'paragraph', text: '批准的安排一般有效六个月，到期前会提醒你，要不要续由健康、工作和业务三方面一起看。' },
    ],
    audience: { kind: 'everybody' },
    isPinned: true,
    isMustRead: true,
    daysAgo: 2,
    readers: ['陈一诺', '唐思远', '顾怀远', '马会敏'],
    openedBy: ['赵启明'],
  },
  {
    key: 'harvest',
    kind: 'culture',
    title: '第一万筐番茄，来自三号温室',
    summary: '从一张图纸到一万筐，用了二十个月',
    cover: 'post-greenhouse.png',
    blocks: [
      { kind: 'paragraph', text: '上周四下午四点，三号温室装满了第一万筐番茄。二十个月前，这里还是一张图纸。' },
      { kind: 'heading', text: '三件小事' },
      {
        kind: 'list',
        items: [
          '传感器换过四版，最便宜的那版活到了最后',
          '客户半夜打来的电话，接的人记了三本笔记',
          '第一批番茄太酸，大家还是吃完了',
        ],
      },
      { kind: 'quote', text: '数据是种出来的，不是算出来的。', by: '顾怀远' },
    ],
    audience: { kind: 'everybody' },
    isPinned: false,
    isMustRead: false,
    daysAgo: 6,
    readers: ['陈一诺', '周岚'],
    openedBy: ['林晓', '钱惠'],
  },
  {
    key: 'managers',
    kind: 'news',
    title: '年终面谈怎么谈：给主管的一页',
    summary: '先听，再说，最后一起写下来',
    cover: null,
    blocks: [
      { kind: 'paragraph', text: '面谈不是打分，是把这一年看清楚。留出四十分钟，手机静音。' },
      {
        kind: 'list',
        items: ['先请对方说：最满意的一件事，最难的一件事', '说具体的事，不说性格', '一起写下明年的三件事，各自留一份'],
      },
    ],
    audience: { kind: 'managers' },
    isPinned: false,
    isMustRead: false,
    daysAgo: 4,
    readers: ['顾怀远'],
    openedBy: [],
  },
];
