import { join } from 'node:path';
import { addCall } from './new-call/add-call';

const [context, call] = process.argv.slice(2);

async function newCall(): Promise<void> {
  if (context === undefined || call === undefined)
    throw new Error('npm run new:call -- CONTEXT CALL, such as points redeem-gift');
  const written = await addCall(join(__dirname, '..'), context, call);
  console.log(`${written.map((file) => `  ${file}`).join('\n')}\n\nWhat to do next: CONTRIBUTING.md, step 2.`);
}

newCall().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
