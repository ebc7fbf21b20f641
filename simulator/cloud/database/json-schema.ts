import { refuseRequest } from '../cloud-error';
import { type Document, isDocument } from './document';
import { compileRegExp } from './ejson';
import { sameValue } from './sort-key';
import { typeTest } from './type-names';

/** Decides whether a value satisfies a schema. */
type Check = (value: unknown) => boolean;

type Keyword = (operand: unknown, schema: Document) => Check;

const always: Check = () => true;

function readNumber(operand: unknown): number {
  if (typeof operand === 'number') return operand;
  refuseRequest('$jsonSchema keyword must be a number');
}

function readSchema(operand: unknown): Document {
  if (isDocument(operand)) return operand;
  refuseRequest('$jsonSchema keyword must be an object');
}

function readList(operand: unknown): unknown[] {
  if (Array.isArray(operand)) return operand;
  refuseRequest('$jsonSchema keyword must be an array');
}

function onNumber(check: (value: number, operand: number) => boolean): Keyword {
  return (operand) => {
    const bound = readNumber(operand);
    return (value) => typeof value !== 'number' || check(value, bound);
  };
}

function onText(check: (length: number, operand: number) => boolean): Keyword {
  return (operand) => {
    const bound = readNumber(operand);
    return (value) => typeof value !== 'string' || check([...value].length, bound);
  };
}

function onList(check: (length: number, operand: number) => boolean): Keyword {
  return (operand) => {
    const bound = readNumber(operand);
    return (value) => !Array.isArray(value) || check(value.length, bound);
  };
}

const compileProperties: Keyword = (operand) => {
  const checks = Object.entries(readSchema(operand)).map(([name, schema]) => [name, compileSchema(schema)] as const);
  return (value) =>
    !isDocument(value) || checks.every(([name, check]) => !Object.hasOwn(value, name) || check(value[name]));
};

const compileAdditional: Keyword = (operand, { properties }) => {
  const known = new Set(isDocument(properties) ? Object.keys(properties) : []);
  const check = operand === false ? () => false : operand === true ? always : compileSchema(operand);
  return (value) =>
    !isDocument(value) || Object.entries(value).every(([name, inner]) => known.has(name) || check(inner));
};

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  title: () => always,
  description: () => always,
  bsonType: (operand) => typeTest(operand),
  type: (operand) => typeTest(operand === 'boolean' ? 'bool' : operand),
  enum: (operand) => {
    const allowed = readList(operand);
    return (value) => allowed.some((each) => sameValue(each, value));
  },
  required: (operand) => {
    const names = readList(operand).map(String);
    return (value) => !isDocument(value) || names.every((name) => Object.hasOwn(value, name));
  },
  properties: compileProperties,
  additionalProperties: compileAdditional,
  minimum: onNumber((value, bound) => value >= bound),
  maximum: onNumber((value, bound) => value <= bound),
  multipleOf: onNumber((value, divisor) => value % divisor === 0),
  minLength: onText((length, bound) => length >= bound),
  maxLength: onText((length, bound) => length <= bound),
  pattern: (operand) => {
    const pattern = compileRegExp(operand, '');
    return (value) => typeof value !== 'string' || pattern.test(value);
  },
  minItems: onList((length, bound) => length >= bound),
  maxItems: onList((length, bound) => length <= bound),
  items: (operand) => {
    const check = compileSchema(operand);
    return (value) => !Array.isArray(value) || value.every(check);
  },
  allOf: (operand) => {
    const checks = readList(operand).map(compileSchema);
    return (value) => checks.every((check) => check(value));
  },
  anyOf: (operand) => {
    const checks = readList(operand).map(compileSchema);
    return (value) => checks.some((check) => check(value));
  },
  not: (operand) => {
    const check = compileSchema(operand);
    return (value) => !check(value);
  },
};

/** Compiles the operand of `$jsonSchema`; a keyword that is not known is refused. */
export function compileSchema(operand: unknown): Check {
  const schema = readSchema(operand);
  const checks = Object.entries(schema).map(([name, value]) => {
    const keyword = KEYWORDS[name] ?? refuseRequest(`Unknown $jsonSchema keyword: ${name}`);
    return keyword(value, schema);
  });
  return (value) => checks.every((check) => check(value));
}
