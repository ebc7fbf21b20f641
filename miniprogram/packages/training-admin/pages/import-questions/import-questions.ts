import { cloud } from '../../../../cloud/client';
import { fillFrame, loading, ready } from '../../../../cloud/frame';
import { Intent, newRequestId } from '../../../../cloud/intent';
import { perPage } from '../../../../cloud/per-page';
import { refusalText } from '../../../../cloud/refusal-text';
import { dropSheet, handOverSheet, keepsFiles, writeSheet } from '../../../../cloud/sheet-file';
import { uploadFile } from '../../../../cloud/upload';
import { type ImportFace, importFace } from '../../wording/question-import';

const bring = perPage(() => new Intent());
/** A table, and an archive of a table with pictures. */
const mostBytes = { table: 5_000_000, zip: 20_000_000 };

Page({
  data: {
    courseId: '',
    draftVersion: 1,
    fileId: '',
    fileName: '',
    frame: ready,
    face: null as ImportFace | null,
    templateVerb: '',
    hasTemplate: false,
    busy: false,
    problem: '',
  },
  /** Stays out of the page's content: it is not drawn. */
  template: '',

  onLoad({ course = '' }: { course?: string }) {
    wx.hideShareMenu({});
    this.setData({ courseId: course, templateVerb: keepsFiles() ? '保存模板' : '发送模板' });
    this.readTemplate();
  },
  onUnload() {
    dropSheet();
  },

  /** Fetched before anybody asks: WeChat hands a file on only right after a tap. */
  async readTemplate() {
    const answer = await cloud.training.readQuestionTemplate({});
    if (answer.ok) this.template = answer.data.csv;
    this.setData({ hasTemplate: answer.ok, problem: answer.ok ? '' : refusalText(answer) });
  },
  async onTemplateTap() {
    if (!this.data.hasTemplate) {
      this.readTemplate();
      return;
    }
    if (!(await writeSheet(this.template))) this.setData({ problem: '手机存储空间不够，请清理后再试。' });
    else if (await handOverSheet('题库模板.csv')) {
      wx.showToast({ title: '模板已交出', icon: 'success', duration: 1500 });
    }
  },
  async onChooseTap() {
    this.setData({ problem: '' });
    const chosen = await wx
      .chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'xlsx', 'zip'] })
      .catch(() => ({ tempFiles: [] }));
    const [file] = chosen.tempFiles;
    if (!file) return;
    const ending = /\.(csv|xlsx|zip)$/i.exec(file.name)?.[1]?.toLowerCase();
    const detail = { megabytes: Math.ceil(file.size / 1_000_000) };
    const unfit = !ending
      ? refusalText({ code: 'question_file_unreadable' })
      : file.size > (ending === 'zip' ? mostBytes.zip : mostBytes.table)
        ? refusalText({ code: 'question_file_too_large', detail })
        : '';
    if (unfit) {
      this.setData({ problem: unfit });
      return;
    }
    this.setData({ busy: true });
    const sent = await uploadFile(`training/questions/${newRequestId()}.${ending}`, file.path);
    this.setData({ busy: false });
    if (!sent.ok) {
      this.setData({ problem: '文件没有传上去，请检查网络后再试。' });
      return;
    }
    this.setData({ fileId: sent.fileId, fileName: file.name });
    this.readPreview();
  },
  async readPreview() {
    const { courseId, fileId } = this.data;
    this.setData({ frame: loading, face: null, problem: '' });
    await fillFrame(this, {
      keepAs: null,
      ask: () => cloud.training.previewQuestionImport({ courseId, fileId }),
      show: (preview) => this.setData({ draftVersion: preview.draftVersion, face: importFace(preview) }),
    });
  },
  onRetryTap() {
    this.readPreview();
  },
  async onImportTap() {
    const { courseId, fileId, draftVersion } = this.data;
    this.setData({ busy: true, problem: '' });
    const answer = await bring(this).send((requestId) =>
      cloud.training.importQuestions({ courseId, draftVersion, fileId, requestId }),
    );
    this.setData({ busy: false });
    if (!answer.ok) {
      this.setData({ problem: refusalText(answer) });
      return;
    }
    wx.showToast({ title: '已进题库', icon: 'success', duration: 1500 });
    wx.navigateBack();
  },
});
