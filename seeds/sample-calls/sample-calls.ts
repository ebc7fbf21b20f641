import { activitiesSamples } from './activities-samples';
import { classroomSamples } from './classroom-samples';
import { communitySamples } from './community-samples';
import { exitSamples } from './exit-samples';
import { gamesSamples } from './games-samples';
import { offboardingSamples } from './offboarding-samples';
import { onboardingSamples } from './onboarding-samples';
import { peopleSamples } from './people-samples';
import { pointsSamples } from './points-samples';
import { recognitionSamples } from './recognition-samples';
import { saleSamples } from './sale-samples';
import type { SampleCalls } from './sample-call';
import { suggestionsSamples } from './suggestions-samples';
import { todaySamples } from './today-samples';
import { trainingSamples } from './training-samples';
import { wechatSamples } from './wechat-samples';

/** One success for every call there is: what the attacks start from, and what `measure` counts. */
export const sampleCalls: SampleCalls = {
  activities: activitiesSamples,
  classroom: classroomSamples,
  community: communitySamples,
  exit: exitSamples,
  games: gamesSamples,
  offboarding: offboardingSamples,
  onboarding: onboardingSamples,
  people: peopleSamples,
  points: pointsSamples,
  recognition: recognitionSamples,
  sale: saleSamples,
  suggestions: suggestionsSamples,
  today: todaySamples,
  training: trainingSamples,
  wechat: wechatSamples,
};
