import type { ActionSource } from '../admin-endpoint';
import { CloudError } from '../cloud-error';
import { isDocument } from '../database/document';
import type { OpenApi } from './open-api';
import { decodeProtobuf, encodeProtobuf, type ProtobufField } from './protobuf';
import type { WeChatAnswer, WeChatParameters, WeChatPicture } from './wechat-answer';

/** Field numbers of CommApiData (`openapiData`), OpenApiData (`pairs`), KeyValuePair and CommOpenApiResp. */
const OPENAPI_DATA = 2;
const PAIR = 1;
const KEY = 1;
const VALUE = 2;
const RESPONSE = { body: 1, contentType: 2 };

/** `wx.openApi` of wx-server-sdk (protobuf both ways) and `wx.api` of node-sdk (JSON both ways). */
export function openApiActions(openApi: OpenApi): ActionSource {
  return (action, request) => {
    const api = String(request.apiName ?? '').replace(/^openapi\./, '');
    if (action === 'wx.openApi') return answerInProtobuf(openApi, api, request.requestData);
    return action === 'wx.api' ? answerInJson(openApi, api, request.requestData) : undefined;
  };
}

async function answerInProtobuf(openApi: OpenApi, api: string, message: unknown): Promise<{ raw: Buffer }> {
  if (!Buffer.isBuffer(message)) throw new CloudError('INVALID_PARAM', 'requestData is missing.');
  const answer = await openApi.call(api, readPairs(message));
  const [body, contentType] =
    'picture' in answer
      ? [(answer as WeChatPicture).picture, 'image/png']
      : [Buffer.from(JSON.stringify(answer)), 'application/json'];
  return {
    raw: encodeProtobuf([
      [RESPONSE.body, body],
      [RESPONSE.contentType, Buffer.from(contentType)],
    ]),
  };
}

async function answerInJson(openApi: OpenApi, api: string, text: unknown) {
  const parameters: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : {};
  if (!isDocument(parameters)) throw new CloudError('INVALID_PARAM', 'requestData must be an object.');
  const answer: WeChatAnswer | WeChatPicture = await openApi.call(api, snakeKeys(parameters));
  const shown =
    'picture' in answer
      ? { contentType: 'image/png', buffer: (answer as WeChatPicture).picture.toString('base64') }
      : answer;
  return { data: { responseData: JSON.stringify(shown) }, returned: 1 };
}

function readPairs(message: Buffer): WeChatParameters {
  const pairs = nested(decodeProtobuf(message), OPENAPI_DATA).flatMap((data) => nested(decodeProtobuf(data), PAIR));
  const parameters: WeChatParameters = {};
  for (const pair of pairs) {
    const fields = decodeProtobuf(pair);
    const [key] = nested(fields, KEY);
    const [value] = nested(fields, VALUE);
    if (key !== undefined && value !== undefined) parameters[key.toString('utf8')] = readValue(value.toString('utf8'));
  }
  return parameters;
}

/** JSON, but for what the SDK converts by itself. */
function readValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function nested(fields: ProtobufField[], number: number): Buffer[] {
  return fields.flatMap(([each, value]) => (each === number && typeof value !== 'number' ? [value] : []));
}

/** The names that wx-server-sdk translates and node-sdk does not. */
function snakeKeys(parameters: WeChatParameters): WeChatParameters {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [snake(name), value]));
}
