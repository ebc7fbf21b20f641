import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionSource, AdminEndpoint } from './admin-endpoint';
import { Database } from './database/database';
import { openDatabaseFile } from './database/database-file';
import type { Document } from './database/document';
import { DATABASE_ACTIONS } from './database-actions';
import type { FunctionDeclaration } from './function-declaration';
import { RequestLog } from './request-log';
import { sdkEnvironment } from './sdk-environment';

export interface CloudOptions {
  data?: string;
  declarations?: FunctionDeclaration[];
  port?: number;
  strict?: boolean;
  now?: () => Date;
}

export interface Cloud {
  url: string;
  sdkEnvironment: Record<string, string>;
  requests: RequestLog;
  collections(): string[];
  documents(collection: string): Document[];
  close(): Promise<void>;
}

export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const folder = options.data ?? mkdtempSync(join(tmpdir(), 'local-cloud-'));
  const file = openDatabaseFile(folder, options.data === undefined ? 'OFF' : 'NORMAL');
  const now = options.now ?? (() => new Date());
  const database = new Database(file.sql, file.path, { strict: options.strict ?? true, now });
  for (const { collections } of options.declarations ?? []) database.declare(collections ?? {});
  const requests = new RequestLog();
  const databaseActions: ActionSource = (action, request) => {
    const answer = DATABASE_ACTIONS[action];
    return answer === undefined ? undefined : Promise.resolve().then(() => answer(database, request, now()));
  };
  const admin = new AdminEndpoint([databaseActions], requests);
  const server = createServer((request, response) => void admin.respond(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    sdkEnvironment: sdkEnvironment(url),
    requests,
    collections: () => database.catalog.names(),
    documents: (name) => database.all(name),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
      file.close();
      if (options.data === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
