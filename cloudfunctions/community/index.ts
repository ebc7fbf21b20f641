import { community } from '../../shared/community/contract';
import { serve } from '../platform/serve';
import { acceptAnswer } from './handlers/accept-answer';
import { appeal } from './handlers/appeal';
import { changeClub } from './handlers/change-club';
import { chooseByline } from './handlers/choose-byline';
import { closeClub } from './handlers/close-club';
import { decideFaq } from './handlers/decide-faq';
import { decideReview } from './handlers/decide-review';
import { editPost } from './handlers/edit-post';
import { finishArticle } from './handlers/finish-article';
import { followTopic } from './handlers/follow-topic';
import { joinClub } from './handlers/join-club';
import { likePost } from './handlers/like-post';
import { listArticles } from './handlers/list-articles';
import { listClubMembers } from './handlers/list-club-members';
import { listClubs } from './handlers/list-clubs';
import { listComments } from './handlers/list-comments';
import { listFaq } from './handlers/list-faq';
import { listFaqEntries } from './handlers/list-faq-entries';
import { listFaqToReview } from './handlers/list-faq-to-review';
import { listFeed } from './handlers/list-feed';
import { listMustReads } from './handlers/list-must-reads';
import { listMyPosts } from './handlers/list-my-posts';
import { listMySaves } from './handlers/list-my-saves';
import { listNews } from './handlers/list-news';
import { listNotRead } from './handlers/list-not-read';
import { listOpinionLeaders } from './handlers/list-opinion-leaders';
import { listReaders } from './handlers/list-readers';
import { listReviews } from './handlers/list-reviews';
import { moveOutOfClub } from './handlers/move-out-of-club';
import { openArticle } from './handlers/open-article';
import { openClub } from './handlers/open-club';
import { proposeFaq } from './handlers/propose-faq';
import { publishPost } from './handlers/publish-post';
import { readArticle } from './handlers/read-article';
import { readByline } from './handlers/read-byline';
import { readClub } from './handlers/read-club';
import { readInterests } from './handlers/read-interests';
import { readPost } from './handlers/read-post';
import { readmitClubMember } from './handlers/readmit-club-member';
import { removeClubMember } from './handlers/remove-club-member';
import { removeComment } from './handlers/remove-comment';
import { removePost } from './handlers/remove-post';
import { report } from './handlers/report';
import { savePost } from './handlers/save-post';
import { takeMediaVerdict } from './handlers/take-media-verdict';
import { withdrawArticle } from './handlers/withdraw-article';
import { writeArticle } from './handlers/write-article';
import { writeComment } from './handlers/write-comment';
import { sweep } from './jobs/sweep';

export const main = serve(
  'community',
  community,
  {
    publishPost,
    listFeed,
    readInterests,
    followTopic,
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
    finishArticle,
    listArticles,
    listNews,
    listMustReads,
    listReaders,
    listNotRead,
    openArticle,
    readArticle,
    withdrawArticle,
    writeArticle,
    readByline,
    chooseByline,
    readClub,
    openClub,
    moveOutOfClub,
    listClubs,
    joinClub,
    changeClub,
    listClubMembers,
    removeClubMember,
    readmitClubMember,
    closeClub,
    proposeFaq,
    listFaqEntries,
    listFaq,
    listFaqToReview,
    decideFaq,
    listOpinionLeaders,
  },
  { minute: sweep },
);
