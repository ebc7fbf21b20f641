import { collection } from '../platform/db';
import type { StoredArticle, StoredReading } from './rules/article';
import type { StoredByline } from './rules/byline';
import type { StoredClub } from './rules/club';
import type { StoredComment } from './rules/comment';
import type { StoredAdviser, StoredFaq } from './rules/faq';
import type { StoredPost } from './rules/post';
import type { StoredReview } from './rules/review';
import type { StoredSave } from './rules/save';

export const posts = collection<StoredPost>('posts');
export const comments = collection<StoredComment>('comments');
/** `_id` is `<person>.<post>`. */
export const saves = collection<StoredSave>('saves');
/** `_id` is `<kind>.<subject>`. */
export const reviews = collection<StoredReview>('reviews');
export const articles = collection<StoredArticle>('articles');
/** `_id` is `<person>.<article>`. */
export const readings = collection<StoredReading>('readings');
/** `_id` is the person's id. */
export const interests = collection<{ _id: string; topics: string[] }>('interests');
/** `_id` follows from the answer's. */
export const faqs = collection<StoredFaq>('faqs');
/** `_id` is the adviser's id. */
export const advisers = collection<StoredAdviser>('advisers');
/** `_id` is the person's id. */
export const bylines = collection<StoredByline>('bylines');
export const clubs = collection<StoredClub>('clubs');
