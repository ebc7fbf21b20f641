import { type CompanyDocument, companyId } from '../cloudfunctions/people/documents';

/** 云杉科技 as its HR wrote it for those who look in. */
export const companyProfile: CompanyDocument = {
  _id: companyId,
  name: '云杉科技',
  tagline: '让温室自己照看庄稼',
  about:
    '我们给温室做软件：看得见每一垄的温度、水和光，提前一天知道该开哪扇窗。从杭州的一间大棚做起，现在全国有三百多座温室每天用我们的系统。',
  culture: [
    { title: '先到棚里看', sentence: '需求先去现场看一眼，再写第一行代码。' },
    { title: '把话说完', sentence: '意见当面讲、讲完整，不在背后讲。' },
    { title: '慢慢长', sentence: '庄稼不催，人也不催：新人有伙伴，前三个月只管学。' },
  ],
  cities: ['杭州', '成都'],
  headcount: 60,
  foundedYear: 2018,
  version: 1,
  requestId: 'seed-company',
};
