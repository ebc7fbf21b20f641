import type { CommentRow } from '../../wording/comment';

/** A comment, or under a question an answer, with what the person before the phone may do with it. */
Component({
  properties: {
    comment: { type: Object, value: {} as CommentRow },
    mayReply: { type: Boolean, value: false },
    mayAccept: { type: Boolean, value: false },
  },
  methods: {
    onReplyTap() {
      this.triggerEvent('reply', { comment: this.data.comment });
    },
    onRemoveTap() {
      this.triggerEvent('remove', { comment: this.data.comment });
    },
    onReportTap() {
      this.triggerEvent('report', { comment: this.data.comment });
    },
    onAppealTap() {
      this.triggerEvent('appeal', { comment: this.data.comment });
    },
    onAcceptTap() {
      this.triggerEvent('accept', { comment: this.data.comment });
    },
  },
});
