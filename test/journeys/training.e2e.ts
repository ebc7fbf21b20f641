import { seededCertificateCode } from '../../seeds/certificate-documents';
import { personOf, weChatOf } from '../../seeds/sample-calls/sample-call';
import { seededCourseId } from '../../seeds/training-documents';
import { answerRightly } from './answer-rightly';
import { openProduct, type Phone, type Product } from './open-product';
import { sitBeforehand } from './sit-beforehand';
import { addFiles, insertPicture, questionPackage, watchFilm } from './write-lessons';

jest.setTimeout(180_000);

let product: Product;
beforeAll(async () => {
  product = await openProduct('training');
});
afterAll(() => product.close());
afterEach(async () => expect(await product.complaints()).toEqual([]));

describe('an exam failed, understood and passed', () => {
  let learner: Phone;
  beforeAll(async () => {
    learner = await product.phone(weChatOf('马会敏'), '/pages/growth/growth');
  });

  it('马会敏 has learned everything and hands in too early', async () => {
    await learner.seeText('信息安全入门');
    await learner.keep('growth');
    await learner.tap(/接着学：信息安全入门/);
    await learner.seeText('5 题，10 分钟，80 分通过');
    await learner.keep('course');
    await learner.tap('开始考试');
    await learner.seeText(/已答 0 \/ 5/);
    await learner.keep('exam');
    await learner.tap('第 5 题，未答');
    await learner.tap('交卷');
    await learner.seeText(/还有 5 题没答/);
    await learner.keep('hand-in');
    await learner.frame.locator('.t-button', { hasText: '交卷' }).last().tap();
    await learner.seeText('这次没有通过，80 分算通过');
    await learner.keep('failed');
    await learner.tap('回到课程');
  });

  it('the second time she answers one, goes on where she was with the app opened anew, and passes', async () => {
    await learner.seeText(/已考 1 次/);
    await learner.tap('开始考试');
    await learner.seeText(/已答 0 \/ 5/);
    await answerRightly(learner);
    await learner.seeText(/已答 1 \/ 5/);
    learner = await product.phone(weChatOf('马会敏'), '/pages/growth/growth');
    await learner.tap(/接着学：信息安全入门/);
    await learner.tap('回到考试');
    await learner.seeText(/已答 1 \/ 5/);
    await learner.keep('resumed');
    for (let place = 1; place < 5; place += 1) {
      await learner.tap('下一题');
      await answerRightly(learner);
      await learner.seeText(new RegExp(`已答 ${place + 1} / 5`));
    }
    await learner.tap('交卷');
    await learner.seeText('所有题都答了。交卷后马上出成绩。');
    await learner.frame.locator('.t-button', { hasText: '交卷' }).last().tap();
    await learner.seeText('考试通过');
    await learner.keep('passed');
  });
});

it('周岚 sits the exam of her course beforehand: judged as a learner’s, and counted nowhere', async () => {
  const edit = `/packages/training-admin/pages/edit-course/edit-course?id=${seededCourseId('security')}`;
  const zhouLan = await product.phone(weChatOf('周岚'), edit);
  await sitBeforehand(zhouLan);
});

it('林晓 walks the path, learns what waits, and is told why the next stage is closed', async () => {
  const linXiao = await product.phone(weChatOf('林晓'), '/pages/growth/growth');
  await linXiao.seeText('新人三十天');
  await linXiao.keep('path');
  await linXiao.tap('办公与现场安全');
  await linXiao.seeText('先通过这些课程');
  await linXiao.seeText('现场安全：跟着走一遍温室');
  await linXiao.keep('locked');
  await linXiao.tap('现场安全：跟着走一遍温室');
  await linXiao.seeText('这堂课通过了，那门课就算学完');
  await linXiao.keep('session-of-course');
});

describe('what a position asks for', () => {
  it('林晓 sees which course comes next and why', async () => {
    const linXiao = await product.phone(weChatOf('林晓'), '/pages/growth/growth');
    await linXiao.seeText('公司要求「信息安全」，你还没有证明。');
    await linXiao.keep('next-course');
    await linXiao.tap('我的技能');
    await linXiao.seeText(/顾怀远确认/);
    await linXiao.seeText('4 项要求，已证明 2 项');
    await linXiao.keep('my-skills');
  });

  it('顾怀远 sees the gaps of his team and vouches for what he has seen himself', async () => {
    const manager = await product.phone(weChatOf('顾怀远'), '/pages/growth/growth');
    await manager.tap('团队技能');
    await manager.seeText('还没有证明：现场安全、信息安全');
    await manager.keep('team-skills');
    await manager.tap(/林晓/);
    await manager.tap('现场安全');
    await manager.frame.locator('.t-button', { hasText: '确认' }).last().tap();
    await manager.seeText('写一句理由，对方会看到。');
    await manager.fill('写一句理由，林晓会看到', '上周带客户走了一遍温室。');
    await manager.keep('vouch');
    await manager.frame.locator('.t-button', { hasText: '确认' }).last().tap();
    await manager.seeText(/由顾怀远确认：上周带客户走了一遍温室。/);
    await manager.keep('vouched');
  });

  it('周岚 asks one department for one skill more, and sees where it is missing', async () => {
    const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
    await zhouLan.tap('技能与岗位要求');
    await zhouLan.tap('技能列表和岗位要求');
    await zhouLan.seeText('1 门课程能证明');
    await zhouLan.fill('新的技能，例如：数据分析', '客户访谈');
    await zhouLan.tap('加进列表');
    await zhouLan.tap('加一条要求');
    await zhouLan.tap('保存');
    await zhouLan.seeText('第 5 条要求还没有选技能。');
    await zhouLan.frame.locator('.choice', { hasText: '客户访谈' }).last().tap();
    await zhouLan.tap('保存');
    await zhouLan.keep('needs');
    await product.simulator.cloud.runTimer('training', 'minute');
    const heat = await product.phone(weChatOf('周岚'), '/packages/skills/pages/skill-heat/skill-heat');
    await heat.seeText('12 人要有，0 人已证明');
    await heat.seeText('12 人要有，6 人已证明');
    await heat.keep('heat');
  });
});

it('周岚 sees how far everybody has come with a course', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'), '/packages/training-admin/pages/authored/authored');
  await zhouLan.tap('信息安全入门');
  await zhouLan.tap('统计');
  await zhouLan.seeText(/\d+ 人里已经通过的/);
  await zhouLan.seeText('在学的人停在哪里');
  await zhouLan.keep('figures');
  await zhouLan.tap('做成表格');
  await zhouLan.tap('保存文件');
  await zhouLan.seeText('文件已交出');
  await zhouLan.back();
  await zhouLan.tap('学员');
  await zhouLan.tap('重新核算进度');
  await zhouLan.tap('核算');
  await zhouLan.seeText(/核对了 \d+ 人，都是对的/);
  await zhouLan.keep('recomputed');
});

it('周岚 sees who is late with what was asked of them, and takes it back from one of them with a reason', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'), '/packages/training-admin/pages/authored/authored');
  await zhouLan.tap('必修进度');
  await zhouLan.tap(/钱惠 · 信息安全入门/);
  await zhouLan.frame.locator('.t-button', { hasText: '收回' }).last().tap();
  await zhouLan.seeText('写一句理由，对方会看到。');
  await zhouLan.fill('为什么收回，对方会看到', '上周在成都已经当面讲过。');
  await zhouLan.keep('take-back');
  await zhouLan.frame.locator('.t-button', { hasText: '收回' }).last().tap();
  await zhouLan.notSeeText(/钱惠 · 信息安全入门/);
  await zhouLan.keep('assigned');
  const qianHui = await product.phone(weChatOf('钱惠'), '/packages/inbox/pages/inbox/inbox');
  await qianHui.seeText('上周在成都已经当面讲过。');
});

it('周岚 takes the template, sees what a file would do line by line, and brings its questions in', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'), '/packages/training-admin/pages/authored/authored');
  await zhouLan.tap('信息安全入门');
  await zhouLan.tap('从表格导入');
  await zhouLan.tap(/^(保存|发送)模板$/);
  await zhouLan.seeText('模板已交出');
  await zhouLan.notSeeText('模板已交出');
  await zhouLan.keep('import');
  await zhouLan.tap('选择文件');
  await zhouLan.chooseFiles([{ name: '安全题库.zip', mimeType: 'application/zip', buffer: questionPackage() }]);
  await zhouLan.seeText('2 题是新的');
  await zhouLan.seeText('第 4 行 · 题型');
  await zhouLan.seeText('第 5 行 · 正确答案');
  await zhouLan.seeText('没有用到的列：分值');
  await zhouLan.keep('import-preview');
  await zhouLan.tap('导入 2 题');
  await zhouLan.seeText('公用电脑上可以保存密码。');
  await zhouLan.keep('imported');
  await zhouLan.tap('公用电脑上可以保存密码。');
  await zhouLan.seeText('换一张图');
  await zhouLan.frame.locator('.picture').first().waitFor();
  await zhouLan.keep('question-with-picture');
});

it('周岚 lets a course wait for another, and is told when the two would wait for each other', async () => {
  const zhouLan = await product.phone(weChatOf('周岚'), '/packages/training-admin/pages/authored/authored');
  await zhouLan.tap('信息安全入门');
  await zhouLan.tap('先修课程');
  await zhouLan.tap('办公与现场安全');
  await zhouLan.keep('prerequisites');
  await zhouLan.tap('保存');
  await zhouLan.seeText('先要通过：办公与现场安全');
  await zhouLan.back();
  await zhouLan.tap('认识云杉');
  await zhouLan.tap('先修课程');
  await zhouLan.tap('办公与现场安全');
  await zhouLan.tap('保存');
  await zhouLan.seeText(/不能绕一圈又等回自己/);
  await zhouLan.keep('prerequisites-circle');
});

it('a visitor checks a certificate from the first page', async () => {
  const guest = await product.phone();
  await guest.tap(/核验证书/);
  await guest.fill('20 位核验码', seededCertificateCode(personOf('林晓')));
  await guest.tap('核验');
  await guest.seeText('真实有效');
  await guest.seeText('林*');
  await guest.keep('certificate-checked');
});

describe('a course authored on the phone and taken', () => {
  it('周岚 writes a lesson, looks at it as a learner would, and publishes', async () => {
    const zhouLan = await product.phone(weChatOf('周岚'), '/pages/admin/admin');
    await zhouLan.tap('课程管理');
    await zhouLan.seeText('信息安全入门');
    await zhouLan.keep('authored');
    await zhouLan.tap('写一门新课');
    await zhouLan.fill('课程名称，例如：温室参观须知', '温室参观须知');
    await zhouLan.tap('开始写');
    await zhouLan.tap('加一章');
    await zhouLan.fill('这一章的名字', '出发之前');
    await zhouLan.tap('加上');
    await zhouLan.tap('在出发之前里加一节');
    await zhouLan.tap('保存到草稿');
    await zhouLan.seeText('给这一节起个名字。');
    await zhouLan.fill('这一节叫什么', '换上雨靴');
    await zhouLan.fill(
      '空一行换一段。# 开头是小标题，- 开头是列表，> 开头是引用',
      '棚里有水，进门先换雨靴。\n\n- 雨靴在西门\n- 走的时候放回去',
    );
    await insertPicture(zhouLan);
    await zhouLan.frame.locator('.t-switch').last().tap();
    await zhouLan.seeText('这句话');
    await zhouLan.keep('lesson-written');
    await zhouLan.tap('保存到草稿');
    await zhouLan.tap('换上雨靴');
    await zhouLan.tap('预览');
    await zhouLan.seeText('预览：学员看到的样子，不计进度。');
    await zhouLan.keep('preview');
    await zhouLan.tap('回到课程');
    await addFiles(zhouLan);
    await zhouLan.tap('发布');
    await zhouLan.keep('publish');
    await zhouLan.frame.locator('.t-button', { hasText: '发布' }).last().tap();
    await zhouLan.seeText(/已发布 · 没有考试/);
    await zhouLan.keep('published');
    await zhouLan.tap('指派');
    await zhouLan.tap('指派');
    await zhouLan.seeText('先说清楚给谁。');
    await zhouLan.tap('一个部门');
    await zhouLan.fill('和花名册里写的一样', '研发部');
    await zhouLan.keep('assign');
    await zhouLan.frame.locator('.t-button', { hasText: '指派' }).last().tap();
    await zhouLan.seeText(/正在送到大家手里/);
  });

  it('林晓 finds it, promises, and has passed', async () => {
    const linXiao = await product.phone(weChatOf('林晓'), '/packages/training/pages/courses/courses');
    await linXiao.tap('温室参观须知');
    await linXiao.tap('开始学习');
    await linXiao.seeText('棚里有水，进门先换雨靴。');
    await linXiao.seeText('雨靴旁边有热茶');
    await linXiao.keep('lesson');
    await linXiao.tap('我已了解');
    await linXiao.tap('下一节');
    await linXiao.seeText('参观路线图');
    await linXiao.keep('lesson-pdf');
    await linXiao.tap('打开文档');
    await linXiao.notSeeText(/文件没有打开/);
    await linXiao.tap('我已了解');
    await linXiao.tap('下一节');
    await linXiao.seeText('棚里的样子');
    await linXiao.keep('lesson-slides');
    await linXiao.tap('我已了解');
    await linXiao.tap('下一节');
    await linXiao.seeText('走一圈');
    await watchFilm(linXiao);
    await linXiao.tap('我已学完');
    await linXiao.seeText('通关了');
    await linXiao.keep('course-passed');
    await linXiao.tap('回到课程');
    await linXiao.tap('说说这门课');
    await linXiao.tap('提交');
    await linXiao.seeText('两项都点几颗星，再提交。');
    const stars = linXiao.frame.locator('.t-rate__wrapper').filter({ visible: true });
    for (const row of [stars.first(), stars.last()]) await row.tap({ position: { x: 130, y: 15 } });
    await linXiao.keep('feedback');
    await linXiao.tap('提交');
    await linXiao.seeText('有用 4 星 · 讲得清楚 4 星');
  });
});
