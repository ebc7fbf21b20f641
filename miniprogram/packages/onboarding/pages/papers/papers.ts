import type { OutputOf } from '../../../../../shared/kernel/contract';
import type { OnboardingContract } from '../../../../../shared/onboarding/contract';
import { cloud } from '../../../../cloud/client';
import { fillFrame, loading } from '../../../../cloud/frame';
import { openPdf } from '../../../../cloud/open-pdf';
import { dayInWords, momentInWords, todayOf } from '../../../../wording/day';
import { paperInWords } from '../../wording/boarding';

type Papers = OutputOf<OnboardingContract['readPapers']>;

function rowOf({ kind, url, isPdf, typed, handedAt, deleteOn }: Papers['items'][number]) {
  const now = new Date();
  return {
    ...{ kind, isPdf, url: url ?? '', title: paperInWords[kind] },
    typed: typed?.replace(/(\d{4})(?=\d)/g, '$1 ') ?? '',
    meta: `${momentInWords(handedAt, now)} 交 · ${dayInWords(deleteOn, todayOf(now))}自动删除`,
  };
}

/** Only HR comes here; who looked is logged. Nothing of it stays on the phone. */
Page({
  data: { runId: '', frame: loading, rows: [] as ReturnType<typeof rowOf>[], busy: false, problem: '' },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ runId: id });
    this.readPapers();
  },
  async readPapers() {
    const { runId } = this.data;
    await fillFrame<Papers>(this, {
      keepAs: null,
      ask: () => cloud.onboarding.readPapers({ runId }),
      show: ({ items }) => this.setData({ rows: items.map(rowOf) }),
    });
  },
  onRetryTap() {
    this.readPapers();
  },
  onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    wx.previewImage({ urls: [currentTarget.dataset.url] });
  },
  async onPdfTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
    this.setData({ busy: true, problem: '' });
    const isOpen = await openPdf(currentTarget.dataset.url);
    this.setData({ busy: false, problem: isOpen ? '' : '文件没有打开，请检查网络后再试。' });
  },
});
