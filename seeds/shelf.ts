import type { Gift } from '../shared/points/model';

/** A gift of the mall; `picture` is a file of seeds/pictures. */
export type ShelfGift = Pick<Gift, '_id' | 'name' | 'description' | 'costPoints' | 'perPersonLimit' | 'onSale'> & {
  supplied: number;
  picture: string;
};

export const shelf: readonly ShelfGift[] = [
  {
    _id: 'seed-gift-team-coffee',
    name: '团队咖啡券',
    description: '请同组的伙伴喝一轮，最多六杯。\n在一楼咖啡角出示兑换单即可，三个月内有效。',
    costPoints: 60,
    perPersonLimit: null,
    onSale: true,
    supplied: 40,
    picture: 'team-coffee.png',
  },
  {
    _id: 'seed-gift-plant',
    name: '桌面绿植',
    description: '一盆虎尾兰，耐阴，两周浇一次水。\n行政部会送到你的工位。',
    costPoints: 80,
    perPersonLimit: 2,
    onSale: true,
    supplied: 20,
    picture: 'plant.png',
  },
  {
    _id: 'seed-gift-mug',
    name: '云杉马克杯',
    description: '350 毫升陶瓷杯，杯身印有云杉枝叶。\n可进微波炉和洗碗机。',
    costPoints: 120,
    perPersonLimit: 2,
    onSale: true,
    supplied: 30,
    picture: 'mug.png',
  },
  {
    _id: 'seed-gift-umbrella',
    name: '晴雨伞',
    description: '轻量三折伞，防晒黑胶涂层。\n每人限兑一把。',
    costPoints: 150,
    perPersonLimit: 1,
    onSale: true,
    supplied: 1,
    picture: 'umbrella.png',
  },
  {
    _id: 'seed-gift-book-voucher',
    name: '购书券 100 元',
    description: '可在合作书店使用，不找零。\n读完欢迎在读书角写一句推荐。',
    costPoints: 200,
    perPersonLimit: 4,
    onSale: true,
    supplied: 25,
    picture: 'book-voucher.png',
  },
  {
    _id: 'seed-gift-half-day',
    name: '半天假期卡',
    description: '提前一天和直属上级说好日期，就可以使用。\n一年最多两张。',
    costPoints: 500,
    perPersonLimit: 2,
    onSale: true,
    supplied: 12,
    picture: 'half-day.png',
  },
  {
    _id: 'seed-gift-tote',
    name: '帆布袋（旧款）',
    description: '去年年会的帆布袋，已下架。',
    costPoints: 50,
    perPersonLimit: null,
    onSale: false,
    supplied: 10,
    picture: 'tote.png',
  },
];
