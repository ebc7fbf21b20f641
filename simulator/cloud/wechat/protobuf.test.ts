import fc from 'fast-check';
import { readMultipart } from './multipart';
import { decodeProtobuf, encodeProtobuf, type ProtobufField } from './protobuf';

const field: fc.Arbitrary<ProtobufField> = fc.tuple(
  fc.integer({ min: 1, max: 1000 }),
  fc.oneof(
    fc.nat({ max: Number.MAX_SAFE_INTEGER }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  ),
);

test('every message that is written is read back the same', () => {
  fc.assert(fc.property(fc.array(field), (fields) => expect(decodeProtobuf(encodeProtobuf(fields))).toEqual(fields)));
});

test.each([[[0x08]], [[0x0a, 5, 1]], [[0x09, 0, 0, 0, 0, 0, 0, 0, 0]], [[0x08, ...Array<number>(10).fill(0xff)]]])(
  'a message that is broken is refused: %j',
  (bytes) => {
    expect(() => decodeProtobuf(Buffer.from(bytes))).toThrow('The message');
  },
);

test('the parts of a form are read byte for byte', () => {
  const value = Buffer.from([0, 13, 10, 45, 45, 13, 10, 13, 10, 255]);
  const body = Buffer.concat([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.openApi\r\n'),
    Buffer.from('--b\r\nContent-Disposition: form-data; name="requestData"\r\nContent-Type: x\r\n\r\n'),
    value,
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const parts = readMultipart('multipart/form-data; boundary=b', body);
  expect(parts?.get('action')?.toString()).toBe('wx.openApi');
  expect(parts?.get('requestData')).toEqual(value);
  expect(readMultipart('multipart/form-data', body)).toBeUndefined();
});
