import { templates } from '../../../shared/wechat/templates';
import { messageFields } from './message-fields';

const fields = (subject: string, line = '去看看') =>
  messageFields(templates.todo, { subject, line, at: '2026-11-20T16:05:00.000Z' });

describe('a reminder in the fields of its template', () => {
  it('keeps twenty characters and cuts the twenty-first with an ellipsis', () => {
    expect(fields('字'.repeat(20)).thing1).toEqual({ value: '字'.repeat(20) });
    expect(fields('字'.repeat(21)).thing1).toEqual({ value: `${'字'.repeat(19)}…` });
  });

  it('cuts between characters, not inside one', () => {
    expect(fields('😀'.repeat(21)).thing1).toEqual({ value: `${'😀'.repeat(19)}…` });
  });

  it('is one line', () => {
    expect(fields('你好', '第一行\n第二行').thing2).toEqual({ value: '第一行 第二行' });
  });

  it('tells the time in Shanghai', () => {
    expect(fields('你好').time3).toEqual({ value: '2026年11月21日 00:05' });
  });
});
