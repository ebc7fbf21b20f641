import type { OnboardingTemplate, TemplateActivity } from '../../../shared/onboarding/template';

const activities: TemplateActivity[] = [
  {
    ...{ key: 'id-card', title: '交身份证照片', owner: 'newHire', ownerPersonId: null },
    about: '正反两面拍在一张里。只有 HR 能看，入职满 90 天自动删除。',
    ...{ dayOffset: -7, durationDays: 5, isRequired: true, kind: 'upload', paper: 'idCard', courseId: null },
    ...{ dependsOn: [], staysValid: true },
  },
  {
    ...{ key: 'bank-account', title: '填工资卡号', owner: 'newHire', ownerPersonId: null },
    about: '发工资用。卡号加密保存，只有 HR 能看。',
    ...{ dayOffset: -7, durationDays: 5, isRequired: true, kind: 'upload', paper: 'bankAccount', courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'diploma', title: '交学历证明', owner: 'newHire', ownerPersonId: null },
    about: '毕业证书的照片。',
    ...{ dayOffset: -7, durationDays: 10, isRequired: false, kind: 'upload', paper: 'diploma', courseId: null },
    ...{ dependsOn: [], staysValid: true },
  },
  {
    ...{ key: 'buddy-hello', title: '跟新同事打个招呼', owner: 'buddy', ownerPersonId: null },
    about: '写一句欢迎的话，约好第一天几点在哪里见。写好就自动完成。',
    ...{ dayOffset: -5, durationDays: 3, isRequired: true, kind: 'greeting', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'workplace', title: '准备工位和门禁', owner: 'administration', ownerPersonId: null },
    about: '工位、椅子、门禁卡，第一天早上就能用。',
    ...{ dayOffset: -5, durationDays: 4, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'account', title: '开通账号', owner: 'it', ownerPersonId: null },
    about: '邮箱、企业微信、代码和文档权限。',
    ...{ dayOffset: -3, durationDays: 2, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'laptop', title: '准备电脑', owner: 'it', ownerPersonId: null },
    about: '装好系统和常用软件，放到工位上。',
    ...{ dayOffset: -3, durationDays: 2, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'payroll', title: '建好工资档案', owner: 'finance', ownerPersonId: null },
    about: '核对工资卡和社保、公积金。',
    ...{ dayOffset: -2, durationDays: 6, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: ['bank-account'], staysValid: false },
  },
  {
    ...{ key: 'contract', title: '签劳动合同', owner: 'hr', ownerPersonId: null },
    about: '第一天当面签，一式两份。',
    ...{ dayOffset: 0, durationDays: 1, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'tour', title: '带新同事走一圈', owner: 'buddy', ownerPersonId: null },
    about: '工位、会议室、茶水间，认识左右邻居，一起吃午饭。',
    ...{ dayOffset: 0, durationDays: 0, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'first-talk', title: '第一次谈话', owner: 'manager', ownerPersonId: null },
    about: '讲清楚这个岗位三个月内要做成什么。',
    ...{ dayOffset: 0, durationDays: 2, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'get-laptop', title: '领电脑、登录账号', owner: 'newHire', ownerPersonId: null },
    about: '登录邮箱和企业微信，有问题找 IT。',
    ...{ dayOffset: 0, durationDays: 1, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: ['account', 'laptop'], staysValid: false },
  },
  {
    ...{ key: 'handbook', title: '读完新人手册', owner: 'newHire', ownerPersonId: null },
    about: '考勤、报销、请假、找谁。',
    ...{ dayOffset: 0, durationDays: 3, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'first-goals', title: '写下第一个月的目标', owner: 'newHire', ownerPersonId: null },
    about: '三件最想做成的事，和上级对一遍。',
    ...{ dayOffset: 5, durationDays: 5, isRequired: true, kind: 'form', paper: null, courseId: null },
    ...{ dependsOn: ['first-talk'], staysValid: false },
  },
  {
    ...{ key: 'second-talk', title: '两周谈一次', owner: 'manager', ownerPersonId: null },
    about: '哪里顺、哪里卡，需要谁帮忙。',
    ...{ dayOffset: 12, durationDays: 3, isRequired: true, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
  {
    ...{ key: 'share', title: '在部门里讲一次', owner: 'newHire', ownerPersonId: null },
    about: '十分钟，讲讲你的过去或一个兴趣。',
    ...{ dayOffset: 18, durationDays: 7, isRequired: false, kind: 'tick', paper: null, courseId: null },
    ...{ dependsOn: [], staysValid: false },
  },
];

/** What a company that has written none begins with: for everybody, sixteen things, most of them not the new hire's. */
export const readyTemplate: Omit<OnboardingTemplate, '_id' | 'version'> = {
  name: '通用入职',
  ...{ position: null, departmentName: null, branchId: null },
  welcome: '很高兴你来。第一天不用紧张：有人接你，电脑和账号都已备好，伙伴会陪你走完第一个月。',
  firstDay: {
    ...{ place: '公司前台', time: '09:30', askFor: '你的伙伴' },
    bring: ['身份证原件', '毕业证书原件', '上一家公司的离职证明', '两张一寸照片'],
  },
  activities,
};
