import { join } from 'node:path';
import { buildIfChanged } from './build/build-product';
import { cloudFigures } from './measure/cloud';
import { coldStarts } from './measure/cold-starts';
import { communityAtScale } from './measure/community-at-scale';
import { crash } from './measure/crash';
import { examRush } from './measure/exam-rush';
import { longLedger } from './measure/long-ledger';
import { mutants } from './measure/mutants';
import { packageSizes } from './measure/package-sizes';
import { paint } from './measure/paint';
import { programs } from './measure/programs';
import { redeemRace } from './measure/redeem-race';
import { redeemThroughput } from './measure/redeem-throughput';
import { reload } from './measure/reload';
import { requestCosts } from './measure/request-costs';

const root = join(__dirname, '..');

/** `npm run measure -- mutants 7` draws other errors than `mutants` alone. */
const seedAsked = process.argv[3] === undefined ? undefined : Number(process.argv[3]);

/** Each prints one JSON object a line; the keys are part of what the numbers mean and stay as they are. */
const measures: Readonly<Record<string, () => AsyncIterable<object>>> = {
  requests: () => requestCosts(root),
  community: () => communityAtScale(root),
  async *package() {
    yield* await packageSizes(root);
  },
  coldstart: () => coldStarts(root),
  crash: () => crash(root),
  exam: () => examRush(root),
  'long-ledger': () => longLedger(root),
  mutants: () => mutants(root, seedAsked),
  'redeem-race': () => redeemRace(root),
  'redeem-throughput': () => redeemThroughput(root),
  cloud: () => cloudFigures(root),
  paint: () => paint(root),
  programs,
  reload: () => reload(root),
};

async function measure(name: string): Promise<void> {
  const lines = Object.hasOwn(measures, name) ? measures[name] : undefined;
  if (!lines) {
    console.error(`npm run measure -- NAME, one of: ${Object.keys(measures).join(', ')}`);
    process.exit(1);
  }
  await buildIfChanged(root);
  for await (const line of lines()) console.log(JSON.stringify({ measure: name, ...line }));
}

void measure(process.argv[2] ?? '');
