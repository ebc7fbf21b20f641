/** The names of one call at every layer. */
export interface CallNames {
  /** `points` */
  context: string;
  /** `redeem-gift` */
  file: string;
  /** `redeemGift` */
  call: string;
  /** `PointsContract` */
  contract: string;
}

export const contractEntry = ({ call }: CallNames) => `  ${call}: {
    kind: 'change',
    roles: ['employee'],
    input: z.strictObject({ requestId: RequestId }),
    output: z.object({}),
    refusals: [],
  },
`;

export const sampleEntry = ({ call }: CallNames) => `  ${call}: always(linXiao, () => ({ requestId: requestId() })),\n`;

/** New files of the context's folder by path. */
export function callFiles({ context, file, call, contract }: CallNames): Record<string, string> {
  return {
    [`rules/${file}.ts`]: `/** Decides from facts alone what ${call} comes to: no clock, no randomness. */
export function ${call}(): Record<string, never> {
  return {};
}
`,
    [`rules/${file}.test.ts`]: `import { ${call} } from './${file}';

describe('${call}', () => {
  it('decides nothing yet', () => {
    expect(${call}()).toEqual({});
  });
});
`,
    [`handlers/${file}.ts`]: `import type { ${contract} } from '../../../shared/${context}/contract';
import type { Handler } from '../../platform/serve';
import { ${call} as decide } from '../rules/${file}';

export const ${call}: Handler<${contract}['${call}']> = async () => decide();
`,
    [`handlers/${file}.test.ts`]: `import { openStage, type Stage } from '../../../test/stage';
import { main } from '../index';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const request = { call: '${call}', input: { requestId: 'request-0000000001' } };

describe('${call}', () => {
  it('answers an employee', async () => {
    await stage.seat({ _id: 'o-lan', personId: 'p-lan' });
    expect(await stage.call(main, 'o-lan', request)).toMatchObject({ ok: true });
  });

  it('is refused to a visitor', async () => {
    expect(await stage.call(main, 'o-guest', request)).toMatchObject({ ok: false, code: 'not_signed_in' });
  });
});
`,
  };
}
