import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { personIdOf } from '../cloudfunctions/people/documents';
import { activitiesDocuments } from './activities-documents';
import { certificateDocuments } from './certificate-documents';
import { classroomDocuments } from './classroom-documents';
import { communityDocuments, communityPictures } from './community-documents';
import { figures, visitor } from './company';
import { exitDocuments } from './exit-documents';
import { gamesDocuments, quizTaskEntries } from './games-documents';
import { newsDocuments, newsPictures } from './news-documents';
import { offboardingDocuments } from './offboarding-documents';
import { onboardingDocuments } from './onboarding-documents';
import { openIdOf, peopleDocuments } from './people-documents';
import { boardDocuments } from './points-board';
import { pictureOf, pointsDocuments } from './points-documents';
import { recognitionDocuments } from './recognition-documents';
import { saleDocuments, salePictures } from './sale-documents';
import { shelf } from './shelf';
import { suggestionsDocuments } from './suggestions-documents';
import { todayDocuments } from './today-documents';
import { trainingDocuments } from './training-documents';

/** What sealing needs of an environment's secrets. */
interface SealingKeys {
  TONGLU_FIELD_KEYS: string;
}

/** The company at a moment, as the simulator takes it in. Reads the sealing keys from the environment. */
export function seedAt(now: Date) {
  const bound = figures.filter(({ isBound }) => isBound);
  const people = peopleDocuments(now);
  const { separations, taskEntries } = offboardingDocuments(now, people);
  const games = gamesDocuments(now);
  const points = pointsDocuments(now);
  const names = new Map(figures.map(({ employeeNumber, name }) => [personIdOf(employeeNumber), name]));
  const { pointAccounts: accounts, pointLedgerEntries: entries, pointsHeldBack: heldBack, gifts } = points;
  const board = boardDocuments({ accounts, entries, heldBack, gifts, names }, now);
  return {
    identities: [
      ...bound.map((figure) => {
        const { name, group, note } = figure;
        return { openId: openIdOf(figure), name, group, note };
      }),
      visitor,
    ],
    collections: {
      ...people,
      separations,
      ...recognitionDocuments(now),
      ...points,
      ...board,
      todayEntries: [...todayDocuments(now).todayEntries, ...taskEntries, ...quizTaskEntries(games)],
      ...communityDocuments(now),
      ...newsDocuments(now),
      ...activitiesDocuments(now),
      ...trainingDocuments(now),
      ...classroomDocuments(now),
      ...certificateDocuments(now),
      ...onboardingDocuments(now, people.employments),
      ...suggestionsDocuments(now),
      ...exitDocuments(now),
      ...games,
      ...saleDocuments(now),
    },
    files: [
      ...shelf.map((gift) => ({ cloudPath: pictureOf(gift), source: gift.picture })),
      ...communityPictures,
      ...newsPictures,
      ...salePictures,
    ],
  };
}

/** Writes seed.json and its pictures into a folder and returns the file's path. */
export async function seedsIn(folder: string, { TONGLU_FIELD_KEYS }: SealingKeys, now: Date): Promise<string> {
  process.env.TONGLU_FIELD_KEYS = TONGLU_FIELD_KEYS;
  const seed = seedAt(now);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { source } of seed.files) await copyFile(join(__dirname, 'pictures', source), join(folder, source));
  const file = join(folder, 'seed.json');
  await writeFile(file, JSON.stringify(seed));
  return file;
}
