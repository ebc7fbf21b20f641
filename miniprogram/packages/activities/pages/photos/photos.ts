import type { PhotosView } from '../../../../../shared/activities/photos';
import type { Answer } from '../../../../../shared/kernel/contract';
import { carryOut } from '../../../../cloud/carry-out';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { Intent } from '../../../../cloud/intent';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { uploadFile } from '../../../../cloud/upload';
import { limits, mayAddOf, photosRow } from './photos-face';

type Row = ReturnType<typeof photosRow>;
type RowTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;
type Sheet = '' | 'takeDown' | 'remove';

interface ListScreen extends Screen {
  data: { activityId: string; may: ReturnType<typeof mayAddOf> };
}
const list = perPage(
  (screen: ListScreen) =>
    new PagedList({
      screen,
      keepAs: null,
      read: (cursor) => cloud.activities.listPhotos({ activityId: screen.data.activityId, ...cursor }),
      rowOf: (photos: PhotosView) => photosRow(photos, screen.data.may.mayOrganise, new Date()),
    }),
);
const intents = perPage(() => ({ add: new Intent(), decide: new Intent(), remove: new Intent() }));

/** PNG keeps its name; everything else that a phone chooses is a JPEG, and the cloud looks into the file anyway. */
const extensionOf = (path: string) => (/\.png$/i.test(path) ? 'png' : 'jpg');

async function uploadAll(paths: readonly string[], requestId: string): Promise<string[] | null> {
  const sent = await Promise.all(
    paths.map((path, index) => uploadFile(`activities/${requestId}/${index}.${extensionOf(path)}`, path)),
  );
  const fileIds = sent.flatMap((one) => (one.ok ? [one.fileId] : []));
  return fileIds.length < sent.length ? null : fileIds;
}

Page({
  data: {
    activityId: '',
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    may: { mayOrganise: false, mayAdd: false, mayCover: false, sentence: '' } as ReturnType<typeof mayAddOf>,
    sheet: '' as Sheet,
    chosen: {} as Row,
    reason: '',
    busy: false,
    problem: '',
    pageProblem: '',
  },

  onLoad({ id = '' }: { id?: string }) {
    wx.hideShareMenu({});
    this.setData({ activityId: id });
    this.readAll();
  },
  async onPullDownRefresh() {
    await this.readAll();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },
  onRetryTap() {
    this.readAll();
  },
  onMoreTap() {
    list(this).more();
  },
  /** What may be added the activity says; without it the list says why nothing is there. */
  async readAll() {
    const answer = await cloud.activities.readActivity({ activityId: this.data.activityId });
    if (answer.ok) this.setData({ may: mayAddOf(answer.data, new Date()) });
    await list(this).refresh();
  },

  onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { index: number; url: string }>) {
    const { index, url } = currentTarget.dataset;
    wx.previewImage({ current: url, urls: this.data.rows[index]?.pictureUrls ?? [] });
  },
  onAddTap() {
    this.addPictures(limits.pictures, (asked) => cloud.activities.addPhotos(asked));
  },
  onCoverTap() {
    this.addPictures(1, (asked) => cloud.activities.setCover(asked));
  },
  async addPictures(
    count: number,
    send: (asked: { activityId: string; pictureFileIds: string[]; requestId: string }) => Promise<Answer<PhotosView>>,
  ) {
    const { activityId } = this.data;
    this.setData({ pageProblem: '' });
    const { tempFiles } = await wx
      .chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
      .catch(() => ({ tempFiles: [] }));
    const paths = tempFiles.filter(({ size }) => size <= limits.pictureBytes).map(({ tempFilePath }) => tempFilePath);
    const dropped = tempFiles.length - paths.length;
    const droppedText = dropped > 0 ? `有 ${dropped} 张超过 1 MB，没有加进来。` : '';
    this.setData({ pageProblem: droppedText });
    if (paths.length === 0) return;
    this.setData({ busy: true });
    const answer = await intents(this).add.send<PhotosView>(async (requestId) => {
      const pictureFileIds = await uploadAll(paths, requestId);
      return pictureFileIds ? send({ activityId, pictureFileIds, requestId }) : { ok: false, code: 'unreachable' };
    });
    this.setData({ busy: false, pageProblem: answer.ok ? droppedText : refusalText(answer) });
    if (answer.ok) await this.readAll();
  },

  open(sheet: Sheet, index: number) {
    const chosen = this.data.rows[index];
    if (chosen) this.setData({ sheet, chosen, reason: '', problem: '', pageProblem: '' });
  },
  onTakeDownTap({ currentTarget }: RowTap) {
    this.open('takeDown', currentTarget.dataset.index);
  },
  onRemoveTap({ currentTarget }: RowTap) {
    this.open('remove', currentTarget.dataset.index);
  },
  onDismiss() {
    this.setData({ sheet: '' });
  },
  onReasonChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },
  /** Shows what became of it, or the refusal where it was asked for. */
  async take(asked: Promise<Answer<unknown>>) {
    if (await carryOut(this, asked)) await this.readAll();
  },
  onKeepTap({ currentTarget }: RowTap) {
    const photosId = this.data.rows[currentTarget.dataset.index]?._id;
    if (photosId === undefined) return;
    const asked = { photosId, verdict: 'keep', reason: '' } as const;
    this.take(intents(this).decide.send((requestId) => cloud.activities.decidePhotos({ ...asked, requestId })));
  },
  onTakeDownConfirm() {
    const { chosen } = this.data;
    const reason = this.data.reason.trim();
    if (!reason) {
      this.setData({ problem: '请写一句原因，加照片的同事会看到。' });
      return;
    }
    const asked = { photosId: chosen._id, verdict: 'takeDown', reason } as const;
    this.take(intents(this).decide.send((requestId) => cloud.activities.decidePhotos({ ...asked, requestId })));
  },
  onRemoveConfirm() {
    const photosId = this.data.chosen._id;
    this.take(intents(this).remove.send((requestId) => cloud.activities.removePhotos({ photosId, requestId })));
  },
});
