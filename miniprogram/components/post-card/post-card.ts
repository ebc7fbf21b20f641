import { cloud } from '../../cloud/client';
import { Intent } from '../../cloud/intent';
import { perPage } from '../../cloud/per-page';
import { refusalText } from '../../cloud/refusal-text';
import { figure } from '../../wording/figure';
import type { PostRow } from './post-row';

const like = perPage(() => new Intent());
const countInWords = (likes: number) => (likes > 0 ? figure(likes) : '赞');

/** A post in a list, or whole on its page. Liking happens here, at once, and is taken back when the cloud says no. */
Component({
  properties: {
    post: { type: Object, value: {} as PostRow },
    /** Shows the text in full, and does not open anything. */
    whole: { type: Boolean, value: false },
  },
  data: { likes: 0, isLiked: false, likesText: '', problem: '', pops: false },
  observers: {
    post({ likes, isLiked }: PostRow) {
      this.setData({ likes, isLiked, likesText: countInWords(likes), problem: '' });
    },
  },
  methods: {
    onOpenTap() {
      if (!this.data.whole) this.triggerEvent('open', { postId: this.data.post._id });
    },
    onTopicTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { topic: string }>) {
      this.triggerEvent('topic', { topic: currentTarget.dataset.topic });
    },
    onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
      wx.previewImage({ urls: this.data.post.pictureUrls, current: currentTarget.dataset.url });
    },
    async onLikeTap() {
      const { likes, isLiked } = this.data;
      const postId = this.data.post._id;
      const wanted = !isLiked;
      this.showLikes(likes + (wanted ? 1 : -1), wanted);
      if (wanted) wx.vibrateShort({ type: 'light' });
      const answer = await like(this).send((requestId) =>
        cloud.community.likePost({ postId, isLiked: wanted, requestId }),
      );
      if (answer.ok) this.showLikes(answer.data.likes, answer.data.isLikedByMe);
      else {
        this.showLikes(likes, isLiked);
        this.setData({ problem: refusalText(answer) });
      }
    },
    showLikes(likes: number, isLiked: boolean) {
      this.setData({ likes, isLiked, likesText: countInWords(likes), problem: '' });
    },
    onWhyTap() {
      this.triggerEvent('why');
    },
  },
});
