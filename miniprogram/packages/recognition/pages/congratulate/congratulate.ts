import type { Colleague } from '../../../../../shared/people/colleagues';
import type { Me } from '../../../../../shared/people/model';
import { cloud } from '../../../../cloud/client';
import { doorFrame } from '../../../../cloud/door-frame';
import { loading } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe, offMeChange, onMeChange } from '../../../../cloud/session';

const congratulate = perPage(() => new Intent());
const occasions = [
  { occasion: 'promotion' as const, text: '晋升', placeholder: '例如：高级工程师' },
  { occasion: 'honour' as const, text: '荣誉', placeholder: '例如：年度新星' },
];

Page({
  data: {
    frame: loading,
    chosen: [] as Colleague[],
    occasions,
    occasion: 'promotion' as (typeof occasions)[number]['occasion'],
    placeholder: occasions[0]?.placeholder ?? '',
    title: '',
    problems: {} as { chosen?: string; title?: string },
    problem: '',
    busy: false,
  },

  onLoad({ person = '' }: { person?: string }) {
    wx.hideShareMenu({});
    if (person) this.choosePerson(person);
    onMeChange(this, (me) => this.showMe(me));
    this.showMe(currentMe());
  },
  onUnload() {
    offMeChange(this);
  },

  /** Somebody whom another page suggests to honour. */
  async choosePerson(personId: string) {
    const answer = await cloud.people.readColleague({ personId });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    const [, honour] = occasions;
    this.setData({ chosen: [answer.data], ...(honour ?? {}) });
  },
  showMe(me: Me) {
    this.setData({ frame: doorFrame(me, ['hr']) });
  },

  onChosenChange({ detail }: WechatMiniprogram.CustomEvent<{ chosen: Colleague[] }>) {
    this.setData({ chosen: detail.chosen, problems: {}, problem: '' });
  },
  onOccasionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, (typeof occasions)[number]>) {
    const { occasion, placeholder } = currentTarget.dataset;
    this.setData({ occasion, placeholder });
  },
  onTitleChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ title: detail.value, problems: {}, problem: '' });
  },
  async onSendTap() {
    const { chosen, occasion, title } = this.data;
    const personId = chosen[0]?.personId;
    const problems = {
      ...(personId ? {} : { chosen: '先选一位同事' }),
      ...(title.trim() ? {} : { title: '写上名称，卡片上会写' }),
    };
    this.setData({ problems, problem: '' });
    if (!personId || problems.title) return;
    this.setData({ busy: true });
    const answer = await congratulate(this).send((requestId) =>
      cloud.recognition.congratulateColleague({ personId, occasion, title, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    wx.showToast({ title: '祝贺已送到', icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
});
