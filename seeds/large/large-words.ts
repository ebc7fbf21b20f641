import type { Random } from '../../scripts/random';

/** What people of a large company write about; `{n}` is a number, `{p}` a place, `{t}` a thing. */
const posts: Readonly<Record<string, readonly string[]>> = {
  温室日记: [
    '{p}的{t}今天采了第{n}筐，比上周多两成。',
    '{p}换了遮阳网，午后降了{n}度。',
    '拍一张{p}的清晨，{t}上全是露水。',
  ],
  客户现场: ['在{p}陪客户调了{n}小时参数，终于稳了。', '客户问{t}能不能提前{n}天上市，我们一起算了账。'],
  产品更新: ['看板新版本上线，{p}的告警少了{n}条。', '{t}的生长曲线可以对比了，最多一次看{n}条。'],
  徒步: ['周末{p}走了{n}公里，一个都没掉队。', '下次去{p}，报名的已经{n}个人。'],
  食堂: ['今天食堂的{t}真不错，排队{n}分钟也值。', '建议{p}那边加一个窗口，{t}每天不到一点就没了。'],
  读书: ['这个月读完{n}本，最想推荐讲{t}的那一本。', '{p}的书架空了一格，谁把{t}那本借走了？'],
  新人成长: ['来公司第{n}天，第一次独立去了{p}。', '谢谢师傅带我认全了{p}的{n}种传感器。'],
  摄影: ['{p}的晚霞，手机直出。', '给{t}拍了{n}张，选不出来。'],
};

const questions: readonly string[] = [
  '{p}的网关第{n}次掉线，先看哪里？',
  '{t}的报价单谁有最新的模板？上一版是{n}号的。',
  '去{p}出差，打车和高铁哪个好报销？预算{n}元。',
  '{p}的会议室投屏要装什么？试了{n}种都不行。',
];

const answers: readonly string[] = [
  '先看固件版本，低于 2.{n} 的升级就好。',
  '找{p}的同事，他们上个月刚处理过。',
  '在内网搜“{t}”，第{n}篇就是。',
  '我这边也遇到过，重启之后过了{n}天又来，后来换了电源。',
];

const comments: readonly string[] = [
  '太好了，周末去看看。',
  '加一。',
  '{p}这边也一样。',
  '第{n}次看到，还是想点赞。',
  '谢谢分享，收藏了。',
  '{t}还有吗？给我留一份。',
  '学到了。',
  '辛苦了，早点休息。',
];

const thanks: readonly string[] = [
  '谢谢你陪我把{p}的图纸改到第{n}版。',
  '{t}那批货多亏你盯了{n}天。',
  '新人第{n}周，每次问你都有答案。',
];

const news: readonly string[] = ['{p}二期开工', '第{n}届技能比武报名', '{t}项目通过验收', '{p}办公区搬迁安排'];

const suggestions: readonly string[] = ['{p}加一台饮水机', '{t}采购走线上审批', '会议不超过{n}分钟', '{p}班车多一站'];

const places: readonly string[] = [
  '三号温室',
  '成都展厅',
  '萧山基地',
  '九溪',
  '莫干山',
  '二楼机房',
  '滨江办公区',
  '崇州园区',
];
const things: readonly string[] = ['番茄', '草莓', '生菜', '控制器', '水肥机', '红烧肉', '采集器', '蓝莓'];

function told(random: Random, template: string): string {
  return template
    .replaceAll('{p}', () => random.pick(places))
    .replaceAll('{t}', () => random.pick(things))
    .replaceAll('{n}', () => String(2 + random.below(28)));
}

export const largeTopics: readonly string[] = Object.keys(posts);
export const postText = (random: Random, topic: string) => told(random, random.pick(posts[topic] ?? comments));
export const questionText = (random: Random) => told(random, random.pick(questions));
export const answerText = (random: Random) => told(random, random.pick(answers));
export const commentText = (random: Random) => told(random, random.pick(comments));
export const thanksText = (random: Random) => told(random, random.pick(thanks));
export const newsTitle = (random: Random) => told(random, random.pick(news));
export const suggestionTitle = (random: Random) => told(random, random.pick(suggestions));
