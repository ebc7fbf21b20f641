import { community } from '../../shared/community/contract';
import { serve } from '../platform/serve';
import { acceptAnswer } from './handlers/accept-answer';
import { appeal } from './handlers/appeal';
import { decideReview } from './handlers/decide-review';
import { editPost } from './handlers/edit-post';
import { likePost } from './handlers/like-post';
import { listComments } from './handlers/list-comments';
import { listFeed } from './handlers/list-feed';
import { listMyPosts } from './handlers/list-my-posts';
import { listMySaves } from './handlers/list-my-saves';
import { listReviews } from './handlers/list-reviews';
import { publishPost } from './handlers/publish-post';
import { readPost } from './handlers/read-post';
import { removeComment } from './handlers/remove-comment';
import { removePost } from './handlers/remove-post';
import { report } from './handlers/report';
import { savePost } from './handlers/save-post';
import { takeMediaVerdict } from './handlers/take-media-verdict';
import { writeComment } from './handlers/write-comment';
import { sweep } from './jobs/sweep';

export const main = serve(
  'community',
  community,
  {
    publishPost,
    listFeed,
    listMyPosts,
    listMySaves,
    readPost,
    editPost,
    removePost,
    likePost,
    savePost,
    listComments,
    writeComment,
    removeComment,
    acceptAnswer,
    report,
    appeal,
    listReviews,
    decideReview,
    takeMediaVerdict,
  },
  { minute: sweep },
);
