import type { AskedQuestion, QuizAnswer } from '../../../../../shared/training/question';
import { hintOf, noAnswer, withPick } from '../../wording/question';

/** One question with its answer; says `answer` with every change. */
Component({
  properties: {
    question: { type: Object, value: {} as AskedQuestion },
    answer: { type: Object, value: noAnswer as QuizAnswer },
    number: { type: Number, value: 1 },
    pictureUrl: { type: String, value: '' },
  },
  data: { hint: '', rows: [] as { place: number; text: string; mark: string; chosen: boolean }[] },
  observers: {
    'question, answer'(question: AskedQuestion, answer: QuizAnswer) {
      const isOrder = question.kind === 'order';
      const rows = (question.options ?? []).map((text, place) => {
        const at = answer.picks.indexOf(place);
        return { place, text, chosen: at >= 0, mark: at < 0 ? '' : isOrder ? String(at + 1) : '✓' };
      });
      this.setData({ rows, hint: question.kind ? hintOf(question) : '' });
    },
  },
  methods: {
    onPictureTap() {
      wx.previewImage({ urls: [this.data.pictureUrl] });
    },
    onOptionTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { place: number }>) {
      const { question, answer } = this.data;
      this.triggerEvent('answer', {
        picks: withPick(question.kind, answer.picks, currentTarget.dataset.place),
        words: '',
      });
    },
    onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('answer', { picks: [], words: detail.value });
    },
  },
});
