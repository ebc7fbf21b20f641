import type { Certificate } from '../../../../../shared/training/certificate';
import { cloud } from '../../../../cloud/client';
import { loading, type Screen } from '../../../../cloud/frame';
import { PagedList, type Tail } from '../../../../cloud/paged-list';
import { perPage } from '../../../../cloud/per-page';
import { dayInWords, todayOf } from '../../../../wording/day';
import { codeInGroups, scannedText } from '../../certificate-words';
import { drawCertificate, pictureSize } from './certificate-picture';

function rowOf(certificate: Certificate) {
  const { title, name, hours, number, code, issuedOn, state, revokeReason } = certificate;
  return {
    ...{ ...certificate, title, name, number, code, state, groups: codeInGroups(code) },
    day: dayInWords(issuedOn, todayOf(new Date())),
    hours: hours === null ? '' : ` · ${hours} 学时`,
    stored: certificate,
    problem: state === 'revoked' ? `已被撤销：${revokeReason ?? ''}` : '',
  };
}
type Row = ReturnType<typeof rowOf>;

const list = perPage(
  (screen: Screen) =>
    new PagedList({
      screen,
      keepAs: 'certificates',
      read: (cursor) => cloud.training.listMyCertificates({ ...cursor }),
      rowOf,
    }),
);

type IndexTap = WechatMiniprogram.TouchEvent<never, never, { index: number }>;

/** A canvas of the page by its id; null while it is not drawn. */
const canvasOf = (selector: string) =>
  new Promise<WechatMiniprogram.Canvas | null>((resolve) => {
    wx.createSelectorQuery()
      .select(selector)
      .node((found) => resolve((found as { node?: WechatMiniprogram.Canvas } | null)?.node ?? null))
      .exec();
  });

/** The canvas inside TDesign's QR code. */
type CanvasOwner = { getCanvasNode(): Promise<WechatMiniprogram.Canvas | undefined> };

Page({
  data: {
    frame: loading,
    rows: [] as Row[],
    tail: 'end' as Tail,
    tailProblem: '',
    opened: '',
    qr: '',
    busy: false,
    problem: '',
    canvas: `width: ${pictureSize.width / 2}px; height: ${pictureSize.height / 2}px`,
  },

  onLoad() {
    wx.hideShareMenu({});
  },
  onShow() {
    list(this).revisit();
  },
  async onPullDownRefresh() {
    await list(this).refresh();
    wx.stopPullDownRefresh();
  },
  onReachBottom() {
    list(this).more();
  },
  onRetryTap() {
    list(this).refresh();
  },
  onMoreTap() {
    list(this).more();
  },
  onOpenTap({ currentTarget }: IndexTap) {
    const row = this.data.rows[currentTarget.dataset.index];
    if (!row) return;
    const isOpen = this.data.opened === row._id;
    this.setData({ opened: isOpen ? '' : row._id, qr: isOpen ? '' : scannedText(row.code), problem: '' });
  },
  onVerifyTap() {
    wx.navigateTo({ url: '/packages/certificates/pages/certificate/certificate' });
  },
  onShowTap({ currentTarget }: IndexTap) {
    const row = this.data.rows[currentTarget.dataset.index];
    if (row) wx.navigateTo({ url: `/packages/certificates/pages/certificate/certificate?code=${row.code}` });
  },
  /** Drawn on the phone: the picture never lies on a server. */
  async onPictureTap({ currentTarget }: IndexTap) {
    const row = this.data.rows[currentTarget.dataset.index];
    if (!row) return;
    this.setData({ busy: true, problem: '' });
    const drawn = await this.draw(row.stored).catch(() => null);
    this.setData({ busy: false, problem: drawn ? '' : '图片没有画好，请再试一次。' });
    if (drawn) wx.previewImage({ urls: [drawn] });
  },
  async draw(certificate: Certificate): Promise<string | null> {
    const owner: unknown = this.selectComponent('#qr')?.selectComponent('#qrcodeCanvas');
    const [canvas, qr, company] = await Promise.all([
      canvasOf('#picture'),
      (owner as CanvasOwner | undefined)?.getCanvasNode(),
      cloud.people.readCompany({}),
    ]);
    if (!canvas || !qr) return null;
    drawCertificate(canvas, { ...certificate, companyName: company.ok ? (company.data.company?.name ?? '') : '' }, qr);
    const picture = await wx.canvasToTempFilePath({ canvas });
    return picture.tempFilePath;
  },
});
