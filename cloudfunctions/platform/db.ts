import { cloud } from './cloud';

type Scalar = string | number | boolean | null;
/** A query or update operator of the SDK, made only by `is` and `by` below. */
interface Command {
  readonly __command: unique symbol;
}
export type Where = Readonly<Record<string, Scalar | Command>>;
export type Change = Readonly<Record<string, unknown>>;

const command = () => cloud().database().command;
const made = (value: unknown) => value as Command;

/** Conditions. Their arguments are scalars, so that no value from a request can become an operator. */
export const is = {
  atLeast: (value: string | number) => made(command().gte(value)),
  atMost: (value: string | number) => made(command().lte(value)),
  above: (value: string | number) => made(command().gt(value)),
  below: (value: string | number) => made(command().lt(value)),
  /** Also when the field is missing, which no comparison of its own would match. */
  notAtLeast: (value: string | number) => made(command().not(command().gte(value))),
  notAbove: (value: string | number) => made(command().not(command().gt(value))),
  notBelow: (value: string | number) => made(command().not(command().lt(value))),
  not: (value: Scalar) => made(command().neq(value)),
  among: (values: readonly Scalar[]) => made(command().in([...values])),
  /** For a field of many values: that none of them is among these. */
  noneOf: (values: readonly Scalar[]) => made(command().nin([...values])),
  between: (from: string | number, to: string | number) => made(command().gte(from).and(command().lte(to))),
  startingWith: (prefix: string) =>
    made(
      command()
        .gte(prefix)
        .and(command().lt(`${prefix}\uffff`)),
    ),
  absent: () => made(command().exists(false)),
};

/** Changes that depend on what is there. A plain value replaces, `by.exactly` replaces a whole object. */
export const by = {
  adding: (amount: number) => command().inc(amount),
  /** The smaller of what is there and the value, and the greater. */
  lowering: (value: string | number) => command().min(value),
  raising: (value: string | number) => command().max(value),
  exactly: (value: unknown) => command().set(value),
  /** Takes the whole field away. */
  erasing: () => command().remove(),
  /** Appends, and keeps only the last `keep` elements when that is given. */
  appending: (values: readonly unknown[], keep?: number) =>
    command().push(keep === undefined ? { each: [...values] } : { each: [...values], slice: -keep }),
  /** Puts a value into a set: there once, however often it is put. */
  joining: (value: Scalar) => command().addToSet(value),
  pulling: (condition: Readonly<Record<string, unknown>> | Scalar) => command().pull(condition),
  pullingAll: (values: readonly unknown[]) => command().pullAll([...values]),
};

/** The SDK sends an empty object as "no condition at all"; a condition that names nothing never leaves this file. */
function checked(where: Where): Where {
  const names = Object.keys(where);
  if (names.length === 0) throw new Error('a where() without a condition would reach every document');
  for (const name of names) {
    if (where[name] === undefined) throw new Error(`the condition on ${name} is undefined`);
  }
  return where;
}

const pageCursor = {
  write: (value: string) => Buffer.from(value, 'utf8').toString('base64url'),
  read: (cursor: string) => Buffer.from(cursor, 'base64url').toString('utf8'),
};

export interface PageOptions {
  where: Where;
  /** A text field that is unique among the rows and indexed behind the equality fields of `where`. */
  sortedBy: string;
  direction: 'asc' | 'desc';
  cursor?: string | undefined;
  limit: number;
}

/** What the SDK throws when an `_id` or a unique index is taken. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && /E11000|duplicate key/i.test(error.message);
}

interface ListOptions {
  where: Where;
  sortedBy?: string;
  direction?: 'asc' | 'desc';
  limit: number;
  skip?: number;
}

/** Only these fields and `_id` come. A page's have to name its sort field. */
interface Chosen<Field extends string> {
  fields: readonly Field[];
}

/** Where the documents lie that belong to a found one: in a collection, by a field that says what one of ours says. */
interface Beside<Document, Other extends { _id: string }> {
  of: Collection<Other>;
  mine: keyof Document & string;
  theirs: keyof Other & string;
}

/** A collection. Each method is one request to the database. */
export interface Collection<Document extends { _id: string }> {
  readonly name: string;
  read(id: string): Promise<Document | null>;
  /** At most `limit` documents, in the order of an index. */
  list<Field extends keyof Document & string>(
    options: ListOptions & Chosen<Field>,
  ): Promise<Pick<Document, Field | '_id'>[]>;
  list(options: ListOptions): Promise<Document[]>;
  /**
   * Documents, each with what belongs to it in other collections of the context, under these names. `theirs` has to be
   * indexed; there is no bound on how many belong to one, so that what belongs has to be few.
   */
  listWith<Others extends Record<string, { _id: string }>>(
    options: Required<Pick<ListOptions, 'where' | 'sortedBy' | 'direction' | 'limit'>>,
    others: { [Name in keyof Others]: Beside<Document, Others[Name]> },
  ): Promise<(Document & { [Name in keyof Others]: Others[Name][] })[]>;
  /** A page by cursor: page 1,000 costs what page 1 costs. */
  page<Field extends keyof Document & string>(
    options: PageOptions & Chosen<Field>,
  ): Promise<{ items: Pick<Document, Field | '_id'>[]; next: string | null }>;
  page(options: PageOptions): Promise<{ items: Document[]; next: string | null }>;
  count(where: Where): Promise<number>;
  /** False when the `_id` or a unique value is taken; nothing is written then. */
  insert(document: Document): Promise<boolean>;
  /** All or nothing is not promised: after a duplicate, some may be written. */
  insertMany(documents: readonly Document[]): Promise<boolean>;
  /** Changes the one document that meets the condition and returns it as it is afterwards; null when none does. */
  changeOne(where: Where, change: Change): Promise<Document | null>;
  /** Changes all documents that meet the condition; how many. */
  changeAll(where: Where, change: Change): Promise<number>;
  /** Writes the whole document, whether it was there or not. */
  put(document: Document): Promise<void>;
  removeAll(where: Where): Promise<number>;
}

const lookupsOf = (others: Readonly<Record<string, { of: { name: string }; mine: string; theirs: string }>>) =>
  Object.entries(others).map(([as, { of, mine, theirs }]) => ({
    ...{ from: of.name, localField: mine, foreignField: theirs, as },
  }));

/** Opens a collection that the function.json of the owning context declares. */
export function collection<Document extends { _id: string }>(name: string): Collection<Document> {
  const all = () => cloud().database().collection(name);
  const found = (where: Where) => all().where(checked(where));
  const list = async (options: ListOptions & Partial<Chosen<string>>): Promise<Document[]> => {
    const { where, fields, sortedBy, direction = 'asc', limit, skip = 0 } = options;
    const matching = found(where).limit(limit);
    const ordered = sortedBy === undefined ? matching : matching.orderBy(sortedBy, direction);
    const chosen = fields ? ordered.field(Object.fromEntries(fields.map((field) => [field, true]))) : ordered;
    const answer = await (skip > 0 ? chosen.skip(skip) : chosen).get();
    return answer.data as Document[];
  };
  const add = async (documents: Document | readonly Document[]) => {
    try {
      await all().add(documents);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };
  return {
    name,
    list,
    insert: add,
    insertMany: add,
    async read(id) {
      const [document] = await list({ where: { _id: id }, limit: 1 });
      return document ?? null;
    },
    async listWith({ where, sortedBy, direction, limit }, others) {
      const order = { [sortedBy]: direction === 'asc' ? 1 : -1 };
      const matching = all().aggregate().match(checked(where)).sort(order).limit(limit);
      const joined = lookupsOf(others).reduce((walk, lookup) => walk.lookup(lookup), matching);
      return (await joined.end()).data;
    },
    async page(options: PageOptions & Partial<Chosen<string>>) {
      const { where, fields, sortedBy, direction, cursor, limit } = options;
      const after = cursor === undefined ? undefined : pageCursor.read(cursor);
      const beyond = after === undefined ? undefined : (direction === 'asc' ? is.above : is.below)(after);
      const bounds = [where[sortedBy], beyond].filter((bound) => bound !== undefined);
      const conditions = bounds.length === 0 ? where : { ...where, [sortedBy]: made(command().and(bounds)) };
      const rows = await list({
        ...(fields ? { fields } : {}),
        ...{ where: conditions, sortedBy, direction, limit: limit + 1 },
      });
      const items = rows.slice(0, limit);
      const last = items.at(-1) as Record<string, unknown> | undefined;
      return { items, next: rows.length > limit && last ? pageCursor.write(String(last[sortedBy])) : null };
    },
    async count(where) {
      const answer = await found(where).count();
      return answer.total ?? 0;
    },
    async changeOne(where, change) {
      const answer = await found(where).updateAndReturn(change);
      return answer.updated === 1 ? (answer.doc as Document) : null;
    },
    async changeAll(where, change) {
      const answer = await found(where).update(change);
      return answer.updated ?? 0;
    },
    async put({ _id, ...rest }) {
      await all().doc(_id).set(rest);
    },
    async removeAll(where) {
      const answer = await found(where).remove();
      return typeof answer.deleted === 'number' ? answer.deleted : 0;
    },
  };
}
