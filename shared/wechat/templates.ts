import type { ReminderTemplate } from './model';

/** A 订阅消息 template as it is chosen in the mini program's account. */
export interface TemplateDeclaration {
  /** Given by WeChat when the template is added to the account (docs/deploy.md); the local cloud knows these. */
  id: string;
  /** 标题, as WeChat's dialog shows it. */
  title: string;
  /** Which field of the template carries what; the kind in the name bounds the value (`thing` ≤ 20 characters). */
  fields: { subject: string; line: string; at: string };
}

/** The three one-time templates: each acceptance is one message. */
export const templates: Readonly<Record<ReminderTemplate, TemplateDeclaration>> = {
  todo: {
    id: 'tonglu-todo',
    title: '待办事项提醒',
    fields: { subject: 'thing1', line: 'thing2', at: 'time3' },
  },
  outcome: {
    id: 'tonglu-outcome',
    title: '处理结果通知',
    fields: { subject: 'thing1', line: 'thing2', at: 'time3' },
  },
  message: {
    id: 'tonglu-message',
    title: '新消息提醒',
    fields: { subject: 'thing1', line: 'thing2', at: 'time3' },
  },
};

/** The template that bound employees take for good (用工关系): for messages of every kind. */
export const employeeTemplate: TemplateDeclaration = {
  id: 'tonglu-employee',
  title: '工作消息提醒',
  fields: { subject: 'thing1', line: 'thing2', at: 'time3' },
};
