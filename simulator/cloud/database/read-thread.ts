import { parentPort, workerData } from 'node:worker_threads';
import { CloudError, sayError } from '../cloud-error';
import { answerRead } from './answer-read';
import { Catalog } from './catalog';
import type { Question, Reply } from './long-reads';
import { Reads } from './reads';
import { openSql } from './sql';

const { file, strict } = workerData as { file: string; strict: boolean };
const sql = openSql(file);

/** Each question sees one moment of the database, its indexes included, however long it takes. */
function reply({ action, request, now }: Question): Reply {
  sql.execute('BEGIN');
  try {
    const reads = new Reads(sql, new Catalog(sql), strict);
    return { answer: answerRead(reads, action, request, now, Infinity) };
  } catch (error) {
    return { code: error instanceof CloudError ? error.code : 'SYS_ERR', message: sayError(error) };
  } finally {
    sql.execute('COMMIT');
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(reply(question)));
