import type { BoardingActivity, BoardingState, OnboardingRun } from '../../../../../shared/onboarding/run';
import { cloud } from '../../../../cloud/client';
import { Intent } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { currentMe } from '../../../../cloud/session';
import { todayOf } from '../../../../wording/day';
import {
  type BoardingRow,
  boardingRow,
  dayWithWeekday,
  ownerInWords,
  stateInWords,
  verbOf,
} from '../../wording/boarding';
import { coursePage } from '../../wording/road';

/** Each activity and state is one intent; what was begun on one is never sent by another. */
const intents = perPage(() => new Map<string, Intent>());
const needsWords: readonly BoardingState[] = ['stuck', 'notApplicable'];

type Item = BoardingActivity & { runId?: string; newHireName?: string };

/** Done is what one comes for, so it stands last, where the thumb is. */
const order: readonly BoardingState[] = ['notApplicable', 'stuck', 'todo', 'doing', 'done'];

function sheetOf(item: Item, today: string, handsIn: boolean) {
  const { title, about, owner, ownerName, startsOn, dueOn, state, words, kind, may, waitsFor, newHireName } = item;
  const isMine = item.ownerPersonId === currentMe().person?.personId;
  return {
    greets: kind === 'greeting' && isMine && may.length > 0,
    ...{ title, about, words, isPaper: handsIn && kind === 'upload' && may.length > 0, courseId: item.courseId },
    who: owner === 'newHire' ? ownerName : `${ownerInWords[owner]} ${ownerName}`,
    whose: newHireName ?? '',
    when: `${dayWithWeekday(startsOn, today)} – ${dayWithWeekday(dueOn, today)}`,
    state: stateInWords[state],
    waitsFor: waitsFor ?? '',
    asksWords: may.length > 0,
    wordsLabel: kind === 'form' ? '写在这里（完成时必填）' : '说明（卡住或不适用时必填）',
    choices: order.filter((one) => may.includes(one)).map((to) => ({ to, text: verbOf[to], isMain: to === 'done' })),
  };
}

/**
 * Activities, each with a sheet that says what it is and lets its owner say how it stands. Tells `changed` and `greet`.
 */
Component({
  properties: {
    runId: { type: String, value: '' },
    items: { type: Array, value: [] as Item[] },
    today: { type: String, value: '' },
    /** Whether the papers are the viewer's own, and the page listens for `paper`. */
    handsIn: { type: Boolean, value: false },
  },
  data: {
    rows: [] as (BoardingRow & { id: string; whose: string })[],
    open: -1,
    sheet: { choices: [] } as Partial<ReturnType<typeof sheetOf>>,
    visible: false,
    words: '',
    busy: '' as BoardingState | '',
    problem: '',
  },
  observers: {
    'items, today'(items: Item[], today: string) {
      const day = today || todayOf(new Date());
      // Two people who come have the same things to be done: what tells them apart is whose run it is.
      const rows = items.map((item) => ({
        ...boardingRow(item, day),
        ...{ id: `${item.runId ?? ''} ${item.key}`, whose: item.newHireName ?? '' },
      }));
      this.setData({ rows });
    },
  },
  methods: {
    onRowTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number }>) {
      const open = Number(currentTarget.dataset.index);
      const item = (this.data.items as Item[])[open];
      if (!item) return;
      const sheet = sheetOf(item, this.data.today || todayOf(new Date()), this.data.handsIn);
      this.setData({ open, sheet, visible: true, words: item.words, problem: '' });
    },
    onVisibleChange({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible && !this.data.busy) this.close();
    },
    onCloseTap() {
      this.close();
    },
    close() {
      this.setData({ visible: false });
    },
    onWordsChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: detail.value, problem: '' });
    },
    onPaperTap() {
      const item = (this.data.items as Item[])[this.data.open];
      this.close();
      this.triggerEvent('paper', { kind: item?.paper });
    },
    /** The words are written where the whole coming stands. */
    onGreetTap() {
      const item = (this.data.items as Item[])[this.data.open];
      this.close();
      if (item?.runId) wx.navigateTo({ url: `/packages/onboarding/pages/run/run?id=${item.runId}&sheet=greet` });
      else this.triggerEvent('greet');
    },
    onCourseTap() {
      wx.navigateTo({ url: `${coursePage}?id=${this.data.sheet.courseId ?? ''}` });
    },
    async onChoiceTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { to: BoardingState }>) {
      const { to } = currentTarget.dataset;
      const item = (this.data.items as Item[])[this.data.open];
      if (!item || this.data.busy) return;
      const words = this.data.words.trim();
      if (!words && (needsWords.includes(to) || (to === 'done' && item.kind === 'form'))) {
        this.setData({ problem: '先写一句说明，看的人才知道。' });
        return;
      }
      const [runId, key] = [item.runId ?? this.data.runId, item.key];
      const name = `${runId} ${key} ${to}`;
      const intent = intents(this).get(name) ?? new Intent();
      intents(this).set(name, intent);
      this.setData({ busy: to, problem: '' });
      const answer = await intent.send<OnboardingRun>((requestId) =>
        cloud.onboarding.markActivity({ runId, key, to, words, requestId }),
      );
      this.setData({ busy: '' });
      if (!answer.ok) {
        this.setData({ problem: refusalText(answer) });
        return;
      }
      this.close();
      wx.showToast({ title: stateInWords[to], icon: 'success', duration: 1500 });
      this.triggerEvent('changed', { run: answer.data });
    },
  },
});
